"""English words with which problems, actions and successes are put."""

from collections.abc import Mapping

from wizard.judgement.words.matching import WordList, word_list
from wizard.judgement.words.topics import Topic

_TOOLS = """
    (agent|agents|api|app|application|assistant|bot|copilot|dashboard|detector|engine|framework|model|
    models|pipeline|platform|predictor|recommender|solution|software|system|tool|toolkit)
    """
_NOT_TOOLS = """
    (business|care|delivery|operating|pricing|role|data|staffing|funding|fashion|car|scale|price|train)
    (model|models), model (of|year|number|range),
    (heating|cooling|health|school|legal|immune|sewer|rail) (system|systems)
    """
_MAKE = """
    (build|building|develop|developing|create|creating|implement|implementing|design|train|deploy)
    """
_GOAL = """
    (the|our|my|a|one)? (main|overall|primary|key|business|project|ultimate)? (aim|goal|idea|objective|
    purpose)
    """
_INFORMATION = """
    (dashboard|dashboards|insight|insights|understanding|awareness|visibility|report|reports|overview|
    overviews|visualisation|
    visualization|visualisations|visualizations|transparency|analytics)
    """
_KIND_OF_THING = """
    (accurate|ai|analytical|automated|automatic|bi|classification|data|deployed|final|first|forecasting|
    functional|functioning|completed|fast|simple|rest|restful|live|smart|interactive|learning|machine|ml|mobile|monthly|new|power|prediction|
    predictive|production|production-ready|ready|recommendation|reporting|robust|scalable|technical|
    trained|validated|web|weekly|working|written|deep|etl|reproducible|complete|end-to-end)?
    """
_THING = """
    (model|models|pipeline|pipelines|dashboard|dashboards|report|reports|prototype|poc|mvp|tool|app|api|
    notebook|presentation|documentation|system|platform|chatbot|application|code|repository|classifier|
    solution)
    """
_HANDING_OVER = """
    (provide|provides|give|gives|get|gets|deliver|delivers|generate|generates|create|creates|produce|
    produces|show|shows|present|presents|display|displays|publish|build|share|have|gain|gains|improve|
    improves|improved|increase|increases|offer|offers|view|views|see|sees|make|prepare|prepares|enable|enables|
    receive|receives|read|reads|better|more|a|an|the)
    """
_OF_A_KIND = """
    (actionable|annual|automated|bi|board|business|churn|customer|daily|data|deep|deeper|executive|interactive|
    key|kpi|leak|live|management|market|monthly|new|online|power|quarterly|real|regular|risk|sales|some|summary|
    tableau|valuable|weekly|yearly)
    """
_SHOWN = """
    (the)? (predictions|results|output|outputs|scores|forecasts|findings) (is|are|will)? (be)? (shown|
    displayed|presented|visualised|visualized|published|available|delivered) (in|on|as|via|through)
    """
_ACTS_AS_THINGS = """
    (booking|bookings|call|calls|change|changes|check|checks|file|files|order|orders|plan|planning|plans|
    price|prices|pricing|release|releases|repair|repairs|reserves|route|routes|routing|shift|shifts|
    shipping|start|stock|stocks|target|targets|train|training|trains|turn|visit|visits)
    """
_READERS = """
    (the|management|managers|team|teams|board|everyone|users) ... (receive|receives|get|gets|see|sees|has)
    """

FRAMING: Mapping[Topic, WordList] = {
    Topic.TECHNOLOGY: word_list(
        """
        AI, A.I, GenAI, artificial intelligence, generative ai, machine learning, ML, deep learning,
        reinforcement learning, neural (network|networks|net|nets), LLM, LLMs,
        (large)? language (model|models), foundation (model|models), GPT, GPT-#, chatgpt, RAG, chatbot,
        chatbots, chat bot, algorithm, algorithms, classifier, classifiers, NLP,
        natural language processing, computer vision, random forest, gradient boosting, xgboost, lightgbm,
        catboost, BERT, YOLO, LSTM, predictive analytics, virtual assistant,
        (recommender|recommendation) (system|systems|engine|engines), (predictive|prediction|forecasting|
        classification|regression|statistical|scoring|churn|fraud|risk|propensity|detection|
        recommendation) (model|models), (a|an) ... model (that|to|which|for),
        (binary|multi-class|image|text) classification,
        (classification|regression|clustering) (problem|task), (supervised|unsupervised) learning,
        autoencoder, autoencoders, isolation forest
        """,
        but_not=f"""
        {_NOT_TOOLS}, ML #, # ml, AI (act|regulation),
        (fraudsters|Fraudsters|scammers|Scammers|criminals|Criminals|attackers|Attackers|students|Students|
        pupils|Pupils) (use|using|abuse) .. (AI|GenAI|LLMs|ChatGPT|chatbots)
        """,
    ),
    Topic.TOOL: word_list(
        f"(a|an|new|some) ... {_TOOLS}, {_MAKE} ... {_TOOLS}",
        but_not=_NOT_TOOLS,
    ),
    Topic.INTENT: word_list(
        f"""
        we (would)? (need|want|plan|aim|intend|hope|wish|propose|seek|like|will|require),
        we are (going|planning|looking|aiming|hoping|trying|seeking|building|developing), (we'd|i'd) like,
        we'll, we're (going|planning|looking|aiming|hoping|trying|seeking|building|developing), let's,
        there is (a)? need (to|for), i (would)? (need|want|plan|like), {_GOAL} (is|was|of|here),
        to {_MAKE}, (this|the|our) (project|initiative|work|study|proposal|pilot|charter) (aims|seeks|
        will|is|tries|wants|builds|develops|uses|creates|proposes|intends|focuses|explores),
        (the|our) (bank|business|client|company|hospital|organisation|organization|team|city|customer)
        (wants|needs|aims|plans|seeks|wishes|intends|hopes|would),
        (build|design|train) (and|an|a|our|ml|ai|machine|predictive|deep|models|classifiers),
        (develop|create|implement|deploy|leverage|introduce|automate|use|apply|adopt|explore),
        (building|developing|creating|implementing|deploying|development|implementation|creation) (an|a|of)
        """,
        but_not="use of",
    ),
    Topic.PREDICTING: word_list(
        "predict, predicting, predicts, classify, classifying, forecast",
        but_not="forecast (error|errors|accuracy)",
    ),
    Topic.LEARNING_COMMAND: word_list(
        """
        predict, classify, forecast (the|how|demand|sales|future|daily|weekly|monthly),
        automatically (predict|classify|detect|generate|extract|identify|recommend|forecast)
        """,
    ),
    Topic.SOLUTION_NOUN: word_list(
        f"""
        (a|an) ... {_TOOLS} (that|to|which|for|using|based),
        (a|an)? ... (chatbot|algorithm|classifier|llm) (that|to|which|for|using|based),
        (AI|ML|GenAI|LLM) ... {_TOOLS} (that|to|which|for|using|based)
        """,
        but_not=_NOT_TOOLS,
    ),
    Topic.INDEFINITE: word_list("a, an, some, new"),
    Topic.CONNECTIVE: word_list(
        """
        of, with, for, to, and, by, in, on, is, are, be, use, using, uses, through, via, into, from, would,
        like, want, wants, need, needs, will, has, have, can
        """,
    ),
    Topic.EXISTING: word_list(
        """
        our, the, their, its, this, that, these, current, existing, present, today's, old, legacy,
        previous, installed, in-house, vendor's, supplier's, bought, each
        """,
    ),
    Topic.TROUBLE: word_list(
        """
        angry, backlog*, bad, badly, blind, bored, bottleneck*, breaks, broken, burden*, burn* out,
        by hand, cannot, can't, complain*, confus*, corrupt*, costs, costing, costly, crash*, declin*,
        difficult*, disput*, doesn't, don't, doubt*, empty, error*, expensive, fails, failed, few,
        forget*, forgot*, frustrat*, guess*, hard, hardly, hours, idle, ignor*, inaccura*, incomplete,
        inconsisten*, inefficien*, insufficien*, interrupt*, irregular*, lack*, lapse*, late, lateness,
        left, lose*, losing, lost, manual*, misdirect*, mislead*, misrout*, miss, missed, misses, missing,
        mistak*, mistreat*, never, no longer, nobody, not, nothing, object to, objects to, only,
        overdue, overload*, overlook*,
        overwhelm*, poor*, rarely, reject*, rework*, run dry, run* out, seldom, short, shortage*, slow*,
        spend*, spent, spoil*, stall*, struggl*, stuck, subjective, suffer*, tedious, time consuming,
        tired, too, trouble*, unable, unaware, unclear, uneven*, unfair*, unhappy, unknown, unnecessar*,
        unplanned, unreliable, unused, vague, wait*, wast*, weak*, without, won't, worse*, wrong*
        """,
    ),
    Topic.HEADING: word_list(
        """
        (the|our|my)? (business|project)? (problem|background|context|challenge|situation|issue|motivation|
        summary|overview) (statement|description|definition)?,
        (the|our|my)? (main|project|business)? (problem|goal|goals|objective|objectives|aim|purpose|
        introduction)
        """,
    ),
    Topic.REPORTING: word_list(
        f"""
        {_HANDING_OVER} ... {_INFORMATION}, {_OF_A_KIND} ... {_INFORMATION},
        {_READERS} ... {_INFORMATION}, {_SHOWN} ... {_INFORMATION}, {_INFORMATION}, report, reporting,
        (present|presenting|presentation|share|sharing|communicate) .. (findings|results|figures) ...
        (board|management|leadership|stakeholders|executives)
        """,
        but_not="""
        (dashboard|report|reports) (camera|cameras|light|lights|panel|panels|card|cards|team),
        (discharge|police|incident|accident|expense|radiology|lab|autopsy|credit|inspection|suspicious)
        ... (report|reports)
        """,
    ),
    Topic.REPORTING_ON: word_list(
        """
        (for|of|on|about|into|with|in|by|per|over|as|at|across|within|from|regarding), (and|or|&),
        to (the|our|their|all|management|managers|leadership|stakeholders|executives|users|clients|teams|
        customers|marketing|sales|decision|hr|finance|operations),
        to (inform|show|understand|see|visualise|visualize|track),
        (showing|shows|that|which|summarising|summarizing|covering|available|only|refreshed|nightly|each|
        every)
        """,
    ),
    Topic.KNOWING: word_list(
        """
        understand~, visuali(s|z)~,
        inform (the|our)? (board|leadership|management|managers|stakeholders),
        (gain|gains|get|have) (a)? (better)? (understanding|insight)
        """,
    ),
    Topic.ACTING: word_list(
        """
        (act|adjust|allocat|answer|approv|assign|block|book|call|cancel|check|choos|clos|confirm|contact|
        correct|cut|decid|declin|den|direct|discharg|dismiss|dispatch|driv|escalat|examin|fix|forward|
        grant|hir|hold|inspect|interven|interview|investigat|invit|mov|negotiat|order|pay|phon|prescrib|
        pric|prioritis|prioritiz|promot|put|reassign|redirect|refer|refus|reject|releas|remov|repair|
        replac|replenish|repl|rerout|reserv|respond|rout|reschedul|schedul|screen|sell|send|set|ship|sign|
        sort|start|steer|stop|switch|treat|triag|turn|updat|visit|warn|writ|chang|adapt|shift|train|stock|
        plan|submit|fil|launch|target|reach|retain|reduc|lower|rais)~, (pick|picks|picked|select|selects),
        who, whom, so that, then, if, when,
        before, after, decision, decisions,
        to the (police|regulator|authorities|authority|ombudsman|prosecutor)
        """,
        but_not=f"""
        call (centre|center|centres|centers), stock market, planning team, train (operator|crew),
        (about|in|into|of|on|over) (all|customer|daily|late|monthly|new|open|our|sales|the|weekly|work)?
        {_ACTS_AS_THINGS} {_ACTS_AS_THINGS.strip()}?
        """,
    ),
    Topic.DELIVERABLE: word_list(
        f"""
        (a|an|the)? {_KIND_OF_THING} {_KIND_OF_THING} {_THING}, (a|an|the)? proof of concept, go live
        """,
        but_not=_NOT_TOOLS,
    ),
    Topic.DELIVERING: word_list(
        f"""
        (successful|successfully|timely)? (deploy|deliver|build|develop|create|implement|launch|complete|set|
        finish|design|train|publish|ship) ... {_THING},
        (successful|timely)? (deployment|delivery|development|implementation|completion|launch) of ...
        {_THING}, go live of ... {_THING}
        """,
        but_not="""
        (build|delivery|launch|development|deployment) (time|times|cost|costs|rate)
        """,
    ),
    Topic.DELIVERED: word_list(
        """
        (is|are|was|were|has|have|gets)? (been|fully|successfully)? (deployed|delivered|built|developed|
        created|completed|complete|launched|implemented|live|available|ready|working|running|operational|
        finished|shipped|published|trained|accepted|functional|integrated|monitored|tested|documented),
        (is|are)? (in|up) (production|use|place|and), (for|that|which|with|to) ...
        """,
    ),
    Topic.PLACEHOLDER: word_list(
        """
        tbd, TBA, TBC, tba, tbc, tbn, TODO, todo, unk, unknown, xx, xxx, xxxx, n.n, nn, nomen nescio,
        open, to be (determined|defined|decided|confirmed|announced|named|filled|appointed|completed|
        agreed|hired), (not|none) (known|assigned|named|decided)? (yet)?, name, your name, someone,
        somebody, anybody, who knows, vacant, placeholder, lorem ipsum, lorem, fill in, no one yet,
        nobody yet, ?
        """,
    ),
    Topic.NOTHING: word_list(
        """
        none, no, nothing, nobody, no one, n/a, na, not applicable, nil, no basis, nothing else,
        none known, not needed, not yet, none yet, nothing yet, nothing (more|further), (just|only) this,
        no (other|further|more|additional) (output|outputs)?, 0, zero, unclear
        """,
    ),
}
