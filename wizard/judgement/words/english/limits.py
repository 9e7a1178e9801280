"""English words for limits, for amounts that are none, and for what guardrails are about."""

from collections.abc import Mapping

from wizard.judgement.words.matching import WordList, word_list
from wizard.judgement.words.topics import Topic

_VAGUE = """
    better, improve, improved, improves, improving, improvement, improvements, robust, robustness,
    significant, significantly, considerable, considerably, substantial, substantially, noticeable,
    noticeably, reasonable, reasonably, acceptable, satisfactory, adequate, adequately, sufficient,
    sufficiently, optimal, optimally, optimised, optimized, seamless, enhanced, enhance, enhancing,
    as (good|high|low|fast|few|many|much|soon) as possible, state of the art
    """
_MONTH = """
    (january|february|march|april|may|june|july|august|september|october|november|december|
    jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)
    """
_TERMS = """
    (statistically|clinically) significant, significant other,
    improvement (notice|notices|plan|order|district), home improvement, continuous improvement,
    optimal (range|dose), significant (figures|digits)
    """

LIMITS: Mapping[Topic, WordList] = {
    Topic.VAGUE: word_list(
        _VAGUE,
        but_not=_TERMS,
    ),
    Topic.VAGUE_LIMIT: word_list(
        f"""
        {_VAGUE}, worse, worsens, bad, poor, good, high, low, higher, lower,
        too (high|low|many|much|long|slow|late|few|large|small), normal, abnormal, unusual, excessive,
        drastic, drastically, strong, strongly, large, small, fast, slow, quick, quickly, stable, often,
        frequent, frequently, soon, degraded, degrades, deteriorates, minimal, minor, negligible, marginal,
        moderate, tolerable, appropriate, under control, some (decline|increase|drop|loss|delay|errors|rise),
        (about|roughly|nearly|more or less) the same
        """,
        but_not=f"""
        {_TERMS}, (no|not) (worse|better|lower|higher|slower) than,
        (high|low) (risk|value|income|season|voltage|school)
        """,
    ),
    Topic.ABSOLUTE: word_list(
        """
        eliminate, eliminates, eliminated, eliminating, elimination of, eradicate, eradicates,
        guarantee, guarantees, guaranteed, guaranteeing, zero, 100%, 100 (percent|pct), always,
        never, perfect, perfectly, flawless, error free, no errors, not a single,
        (completely|entirely|fully|totally) (avoid|avoids|prevent|prevents|stop|stops),
        without (any|a single) (error|errors|mistake|mistakes|fault|faults|loss)
        """,
        but_not="""
        net zero, zero (touch|click|trust|cost|party|emission|emissions|carbon|hours|hour|day|tolerance|
        shot|rated|based|sugar|sum|inflation), (below|above|sub|non|ground|near|from|absolute) zero,
        zero degrees,
        (bank|money back|warranty|loan|state|payment|performance|credit|export) (guarantee|guarantees),
        guarantee (claim|claims|period|scheme|fund|cost|costs|case|cases|fee|fees|letter|letters),
        guaranteed (income|interest|rate|rent|loan|loans|minimum),
        100% (manual|manually|checked|check), from 100%, from 100 (percent|pct),
        (that|who|which) (is|are|was|were)? never, # in # ... never,
        (half|most|some|many|fewer|less|few|third|quarter|share of) ... never,
        (have|has|had) never, never (smoker|smokers|events|event|mind|married),
        perfect (order|orders|storm|competition|attendance),
        100% (cotton|wool|owned|sampling|inspection|renewable|recycled|electric|organic), always on,
        (eliminate|eliminates|eliminated|eliminating) ... #, (who|that|which) always,
        almost (always|never), (not|nearly|practically) (always|perfect), zero or more, at the guarantee
        """,
    ),
    Topic.COUNTED: word_list(
        """
        zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty,
        thirty, forty, fifty, sixty, ninety, hundred, thousand, million, half, halves, halved, third,
        quarter of, twice, double, doubles, doubled, triple, none, no, any, every, a single, once, first,
        nobody, tenth, dozen, break even
        """,
        but_not="""
        no (better|worse|significant|noticeable|considerable|substantial|large|big|major|strong|real|
        clear|visible|measurable|further|obvious), (no|any) (longer|more),
        (no|any) (improvement|improvements|progress|benefit|benefits|effect|impact|success|results|value)
        """,
    ),
    Topic.DATE_WORDS: word_list(
        f"""
        {_MONTH} #, # {_MONTH}, {_MONTH} #(st|nd|rd|th), #(st|nd|rd|th) (of)? {_MONTH},
        (by|until|till|before) (the)? (end|middle|start)? (of)? (mid|early|late)? {_MONTH},
        (end|middle|start|beginning) of {_MONTH}, (mid|early|late) {_MONTH},
        (by|until|till|before) (the)? (year end|end of (this|the)? year|christmas|easter)
        """,
    ),
    Topic.NUMBERED: word_list(
        """
        (after|for|during|in) (the)? (first|last|next)? # (more)? (weeks|week|months|month|quarters|years|
        year|sprints|iterations), within (the)? (first)? # (weeks|months|quarters|years|sprints),
        # (weeks|months|quarters|years|sprints) (after|from|into|of),
        (week|month|quarter|year|phase|stage|step|sprint|release|version|tier|level|top) #, q#, h#, v#
        """,
    ),
    Topic.MISS_WORDS: word_list(
        """
        miss, missed, misses, missing, recall, sensitivity, escape, escapes, escaped, escaping,
        false (negative|negatives), undetected, uncaught, overlook*, unnoticed, slip* through,
        not (found|caught|detected|flagged|seen|recognised|recognized|called|contacted|warned|visited|offered|
        reached|helped|served), nobody .. (warned|called|saw|noticed), late detection,
        found, caught, catch, coverage, let through, passes, unflagged, unserved, under triage*,
        not on (the|a|any|our) list,
        left out, uncalled, unvisited, too late, turned away
        """,
    ),
    Topic.FALSE_ALARM_WORDS: word_list(
        """
        false, precision, specificity, overkill, needless, needlessly, unnecessar*, wrongly, in vain,
        in error, mistaken*, innocent, overrid*, dismissed, over flagg*, complaint*, rejected, blocked,
        held, declined, good (customers|payments|parts|mail|mails|messages), alarms, alerts, opt out*,
        unsubscrib*, over triage*, wasted (call|calls|trip|trips|visit|visits), for nothing,
        would have (stayed|come|paid|passed|been fine)
        """,
    ),
    Topic.WRONG_ANSWER_WORDS: word_list(
        """
        wrong, wrongly, correct*, incorrect*, right, accura*, inaccura*, fact, facts, factual*,
        hallucinat*, support*, unsupported, faithful*, grounded*, error, errors, mistake*, true, backed,
        misleading, exact, match, matches
        """,
    ),
    Topic.REFUSAL_WORDS: word_list(
        """
        refus*, declin*, don't know, do not know, does not know, unanswered, no answer, answered,
        escalat*, hand over, handed over, abstain*, fall back, fallback, deflect*, resolved
        """,
    ),
    Topic.HARM_WORDS: word_list(
        """
        harm*, safe, unsafe, safety, toxic*, offen*, insult*, discriminat*, bias*, leak*, privacy,
        personal data, confidential*, danger*, inappropriate, policy, abus*, tone, stereotyp*, illegal,
        complaint*, secret*
        """,
    ),
    Topic.DEVIATION_WORDS: word_list(
        """
        too (high|low|much|little|many|few|early|late|long|short), error, errors, off by, bias, over,
        under, deviation*, stock out*, stockout*, waste, leftover*, left over, unsold, overstock*,
        shortage*, out of stock, empty, late, early, overestimat*, underestimat*, surplus, excess
        """,
    ),
    Topic.OPERATION_WORDS: word_list(
        """
        latency, response time, time to (answer|respond|predict), runtime, run time, speed, throughput,
        uptime, availability, memory, model size, training time, inference time, cost per *, drift,
        explainability, interpretability, calibration, usage, adoption, energy use
        """,
    ),
    Topic.SUPPORTED: word_list(
        """
        support*, source, sources, sourced, cite, cites, cited, citation, citations, citing, grounded,
        groundedness, grounding, backed, reference, references, referenced, evidence, faithful*,
        attribut*, traceab*, verif*, passage, passages, page it names, links to, proof, hallucinat*, invented,
        invents, made up, quotes, quoted, quotation, quotations, paragraph, paragraphs,
        (the|named|right|correct) (page|section), link, links, page named, (page|section) number
        """,
        but_not="(customer|user|it|technical) support, (to|from|by) support, open source",
    ),
    Topic.NO_SLICE: word_list(
        """
        all, overall, everyone, everybody, everything, total, whole, global, none, n/a, na, no, company wide,
        no (slice|slices|split|groups|segments), (the)? (whole|entire|full|total) (population|company|base|
        portfolio|group|set|data), average,
        all (cases|customers|users|data|patients|people|employees|records|predictions|groups together)
        """,
    ),
}
