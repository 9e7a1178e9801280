// Starts the behaviours that a page asks for: data-behaviour="a b" gets modules/a.js and modules/b.js.

const wanted = [...document.querySelectorAll("[data-behaviour]")].flatMap((element) =>
  element.dataset.behaviour.split(" ").map((name) => ({ element, name })),
);
// All are there before the first one starts, so that one can count on another to hear it.
const modules = await Promise.all(wanted.map(({ name }) => import(`./modules/${name}.js`)));
wanted.forEach(({ element }, index) => modules[index].start(element));
// Tests wait for this.
document.documentElement.dataset.scripts = "started";
