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
_WRITTEN = "(data set|paper|papers|software|study|studies)"
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
    shipping|start|stock|stocks|stop|stops|target|targets|train|training|trains|turn|visit|visits)
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
        (gain|gains|get|have) (a)? (better)? (understanding|insight),
        (analyse|analyze|analysing|analyzing|explore|explores|exploring|discover|study|learn|learns|know|
        find out|benchmark|discuss|raise awareness|create awareness), (get|gets) to know,
        (identify|identifies|detect|observe|monitor|follow|compare|show|shows|see|sees|look at|evaluate|
        recognise|recognize) (the|any|some|new|hidden|current|general)?
        (trends|trend|patterns|pattern|reasons|causes|drivers|factors|correlations|development|evolution|
        changes|differences|relationships|tendencies|figures|numbers|statistics|strengths|weaknesses),
        (see|sees|show|shows|identify|identifies|evaluate|determine) (better|clearly|us|them|management)?
        (why|what|how|which|where), (have|has|had|obtain|build|build up|gain) (a|the|more|better)? knowledge,
        compare ... (each other|discuss|findings|others|results|regions|years|branches|departments|sites),
        (make|makes|making) ... .. (visible|transparent|understandable|comparable),
        (support|supports|supporting|enable|enables|improve|improves|facilitate|foster) .. decision
        (making|makers|maker), support .. decisions, (inform|brief|update|enlighten) (the|our|all)?
        (stakeholders|heads|directors|council|public|ministry|committee|steering committee|executives|boss)
        """,
        but_not="""
        (analyse|analyze|study) (the|a|each|every)? (blood|soil|water|tissue)? (sample|samples|specimen|probe)
        """,
    ),
    Topic.WISH: word_list(
        """
        (we|management|leadership) (want|wants|would like|wish|wishes|need|needs|hope|plan) to,
        (we|management|leadership|staff) (get|gets|can|will|should|learn|learns) to, to, in order to,
        we (can|will|should|could), (the|our)? (team|board|management|shop|ward|department) (gets|wants|
        learns|likes|wishes|is able|can|will|should) (to)?, the (aim|goal|idea) is to,
        (it)? (helps|allows|enables) (us|them) (to)?, (better|easier|easily|quickly)
        """,
    ),
    Topic.INFORMATION: word_list(
        f"""
        {_INFORMATION}, map, maps, heat map, heat maps, heatmap, comparison, comparisons, picture, statistic,
        statistics, deck, decks, slides, presentation, presentations, cockpit, cockpits, knowledge,
        key figures, kpi, kpis, chart, charts, graph, graphs, diagram, diagrams, analysis, analyses,
        intelligence, benchmark, benchmarks, benchmarking, summary, summaries, trend, trends, pattern,
        patterns, reasons, drivers, correlations, correlation, development, evolution, findings, clarity,
        newsletter, infographic, infographics, evaluation, evaluations, monitoring, scorecard, scorecards,
        ranking list, situation report, view, views, information, facts and figures, big picture, learnings
        """,
        but_not="view (of|from) the (sea|window)",
    ),
    Topic.OTHER_ACT: word_list(
        "(is|are|be|been|gets|get|was|were) (not)? (*ed|*en|worked|cut|put|set|done|read)",
        but_not="""
        (is|are|be|been|gets|get|was|were) (shown|shared|presented|published|displayed|visualised|visualized|
        provided|prepared|discussed|needed|used|given|written|explained|understood|seen|updated|based|
        produced|created|generated|summarised|summarized|delivered)
        """,
    ),
    Topic.PREPOSITION: word_list(
        """
        of, for, on, about, with, in, into, at, by, per, over, from, to, as, across, within, regarding, and,
        or, &, between, among, during, until, till, since, which, that, where, so, showing, why, how, what
        """,
    ),
    Topic.PRODUCT: word_list(
        f"""
        {_THING}, file, files, notebooks, script, scripts, data set, data sets, dataset, datasets, database,
        databases, manual, manuals, handbook, handbooks, software, engine, paper, papers, project, review,
        reviews, study, studies, guideline, guidelines, package, packages, website, tools, apps, apis,
        presentations, prototypes, systems, platforms, chatbots, solutions, concept, concepts, slides, source,
        workshop, workshops, documentations, minutes, deliverable, deliverables, results, infrastructure,
        environment, interface, repositories, service, feature, features, deck, assistant, bot, weights,
        checkpoint, artefact, artefacts, artifact, artifacts, recommender, code base, plan, test report
        """,
    ),
    Topic.PRODUCED: word_list(
        """
        (is|are|was|were|be|been|has|have|get|gets|got) (being|been|all|also|fully|successfully|finally|
        regularly|then|now)? (stored|saved|submitted|handed over|handed in|sent|sent out|uploaded|checked in|
        versioned|archived|written|translated|distributed|given|released|documented|rolled out|installed|set
        up|filled|published|done|signed off|presented|finished|completed|deployed|delivered|built|developed|
        created|launched|implemented|shipped|trained|accepted|integrated|tested|online|live|ready|available|
        in place|running|operational|provided|approved|committed|registered|circulated|shared|produced|
        prepared|held|over|closed|usable|in use|in production|passed on|updated|reviewed|merged|up),
        (handed over|written|given|done|archived|installed|uploaded|released|signed off|presented|rolled out|
        submitted|stored|published|documented|versioned|translated|distributed|saved|filled)
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
        decision (maker|makers|making|support), decision making process, steering (committee|group|board),
        raise awareness, raising awareness, (deck|decks) of,
        call (centre|center|centres|centers), stock market, planning team, train (operator|crew),
        (about|in|into|of|on|over) (all|bed|customer|daily|late|machine|monthly|new|open|our|production|sales|
        staff|the|weekly|work)?
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
        (successful|timely)? (deployment|delivery|development|implementation|completion|launch|installation|
        submission|introduction|roll out|rollout|creation|publication|setup|set up) of ... {_THING},
        (successful|timely)? (handing over|handover|hand over|handing in) (of)? ... {_THING},
        (we|they|the team) (publish|deliver|build|develop|submit|hand over|write|present|release|ship|install|
        finish) (a|an|the|our|all) ... {_THING},
        (we|they|the team) (publish|submit|write|release) (a|an|the|our|all) ... {_WRITTEN},
        (staff|users|employees|colleagues|everyone|all) (is|are|were|was|have been|has been) trained,
        (board|committee|steering committee|sponsor|client|management) (has|have) (approved|accepted) ...
        {_THING}, (completion|end) of the project,
        go live of ... {_THING}, go live of ... (engine|service|website|software)
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
        none known, no gap, no gaps, not needed, not yet, none yet, nothing yet,
        nothing (more|further), (just|only) this,
        no (other|further|more|additional) (output|outputs)?, 0, zero, unclear
        """,
    ),
    Topic.UNSETTLED: word_list(
        """
        (still|yet)? to be (checked|clarified|confirmed|determined|defined|decided|agreed|reviewed|
        discussed|settled|found|cleared|sorted), pending, tbd, tba, tbc, still (open|unclear|missing),
        (still)? under review, no (legal)? basis, needs (to be|a check|checking|legal|approval|review),
        (legal|dpo|lawyers|privacy|compliance) (to|will|must|should) (check|confirm|decide|review|clear),
        (ask|check with) (the|our)? (legal|dpo|lawyers|privacy|compliance|data protection),
        (legal|dpo|lawyers|privacy|compliance) (is|are) (checking|reviewing|clarifying|looking),
        (we)? still (have|has|need|needs) to, waiting for, wait for,
        not (yet)? (clear|checked|settled|decided|reviewed|clarified|known)
        """,
    ),
}
