"""English words for measures, targets and the errors that measures count."""

from collections.abc import Mapping

from wizard.judgement.words.matching import WordList, word_list
from wizard.judgement.words.topics import Topic

_PART = "(percent|pct|percentage|points|pp|times)"
_PARTS = "(a|one|two)? (half|third|thirds|quarter|fifth|tenth)"
_TIME = "(days|day|hours|hour|minutes|mins|min|weeks|months|seconds)"
_ABOUT = "(at)? (least)? (up)? (to)? (around|about|approximately|some|roughly|over)?"
_COMPARED = """
    (fewer|less|lower|smaller|shorter|faster|quicker|cheaper|better|more|higher|larger|longer|greater)
    """
_CHANGE = "(reduction|decrease|increase|improvement|drop|cut|uplift|rise|decline|saving|savings)"
_TO_CHANGE = """
    (reduce|reduces|reduced|reducing|reduction|decrease|decreases|decreased|decreasing|increase|
    increases|increased|increasing|cut|cuts|cutting|lower|lowered|lowering|raise|raised|raising|improve|
    improves|improved|improving|improvement|shorten|shortened|drop|drops|grow|grows|boost|boosted|save|
    saves|decline|halve)
    """
_TELLING = """
    (naming|sorting|telling|classifying|recognising|recognizing|identifying|detecting|predicting|assigning|
    categorising|categorizing|labelling|labeling|tagging|distinguishing|separating|spotting|forecasting|
    estimating|guessing|grading|matching|anticipating)
    """
_TOLD = """
    (classified|recognised|recognized|predicted|labelled|labeled|categorised|categorized|detected|
    identified|tagged|assigned)
    """

MEASURES: Mapping[Topic, WordList] = {
    Topic.MODEL_MEASURE: word_list(
        """
        F1, f1 (score|measure), F2, F-score, F-measure, macro (f1|average), micro f1, AUC, AUROC, AUPRC,
        roc auc, pr auc, ROC, roc curve, RMSE, MAE, MAPE, WAPE, SMAPE, MASE, MSE, RMSLE, rmse, mape, wape,
        r squared, R2, R², log loss, cross entropy, NDCG, silhouette, silhouette (score|coefficient),
        BLEU, ROUGE, perplexity, mAP, IoU, mean absolute (percentage)? error,
        root mean (square|squared) error, mean squared error, confusion matrix, true positive rate,
        (model|classifier|algorithm|detector) (recognises|recognizes|detects|classifies|predicts|identifies|
        assigns|puts|names|labels|tells),
        validation loss, test loss, training loss, word error rate, precision@*, recall@*
        """,
        but_not="""
        MAE #, ROC (curve)? of the drug, AUC (of|for) the (drug|concentration|dose)
        """,
    ),
    Topic.MAYBE_MODEL_MEASURE: word_list(
        """
        accuracy, balanced accuracy, precision, recall, sensitivity, specificity
        """,
    ),
    Topic.SCORE: word_list(
        """
        accuracy, accurate, accurately, precision, recall, sensitivity, specificity, exactness, correct,
        correctly, incorrectly, right, wrong, wrongly, hit rate, hit ratio, error rate, error, errors,
        detection rate, recognition rate, (false|true) (positive|negative) (rate)?, confidence, well,
        reliability, reliably, certainty, score
        """,
        but_not="(right|wrong|correct) (model|models), (well|right) (known|away), (customer|survey) score",
    ),
    Topic.GUESSING: word_list(
        f"""
        (at|in|when|while|of|for|by|on) (correctly)? {_TELLING},
        correctly {_TOLD}, {_TOLD} (right|correctly)
        """,
        but_not=f"{_TOLD} (right|correctly) .. by hand",
    ),
    Topic.MODEL_WORD: word_list(
        """
        detector, detectors, recommender, recommenders, recommendation engine, neural net,
        model, models, model's, classifier, classifiers, algorithm, prediction, predictions, predictive,
        predicted, predictor, classification, classifying, AI, ML, ai, ml, test set, test data,
        validation set, holdout, hold out, machine learning, neural network
        """,
        but_not="business model, model (year|number|range)",
    ),
    Topic.MEASURE_FILLER: word_list(
        """
        of, the, at, on, in, a, an, and, or, over, above, least, minimum, more, than, score, scores, rate,
        overall, high, higher, good, target, achieve, reach, improve, increase, best, better, percent, %,
        above, exceed, exceeding, with, maximise, maximize, metric, value, average, mean, weighted, final,
        minimal
        """,
    ),
    Topic.FORECAST_WORD: word_list(
        "forecast, forecasts, forecasting, forecasted",
    ),
    Topic.RELATIVE_TARGET: word_list(
        f"""
        #% .. {_COMPARED}, # {_PART} .. {_COMPARED}, #% .. {_CHANGE}, # {_PART} .. {_CHANGE},
        #(x|-fold) .. {_COMPARED}, # {_TIME} {_COMPARED}, {_TO_CHANGE} ... by {_ABOUT} #%,
        {_TO_CHANGE} ... by {_ABOUT} # {_PART}, {_CHANGE} of {_ABOUT} #%, {_CHANGE} of {_ABOUT} # {_PART},
        (halve|halved|halving|doubled|doubling|tripled),
        (double|triple) (the|our|its|revenue|sales|conversion),
        (twice|half) as (many|much|few|often|fast|long), {_TO_CHANGE} ... by {_PARTS}, (down|up) by {_PARTS},
        {_TO_CHANGE} .. (in|by) half, (a|one) (half|third|quarter|fifth|tenth) {_COMPARED},
        (down|up) by {_ABOUT} #%, (down|up) #%, (save|saves|reduce|decrease|increase|cut) #%,
        #% off (the|our|its)
        """,
        but_not=f"""
        #% (or|and) (more|less|higher|lower), picked up by, (who|that|which|whose) ... #% .. {_COMPARED},
        (who|that|which|whose) ... # {_PART} .. {_COMPARED}, (who|that|which|whose) ... # {_TIME} {_COMPARED}
        """,
    ),
    Topic.RELATIVE_UNIT: word_list(
        f"""
        % {_COMPARED}, {_PART} {_COMPARED}, {_TIME} {_COMPARED}, {_COMPARED} than, % (of)? {_CHANGE},
        % (change|relative|vs|versus), relative (change|reduction|increase|%),
        percent (change|reduction|increase), (%|percent) of (today|baseline),
        (%|percent) of (the|today's) (baseline|value)
        """,
    ),
    Topic.CHANGE_NAME: word_list(
        f"(relative|percentage|overall)? {_CHANGE} (in|of), relative .. {_CHANGE}",
    ),
    Topic.PRESENT_VALUE: word_list(
        f"""
        from (about|around|approximately|roughly|some|over)? (€|$|£)?# ... to (about|under|below)? (€|$|
        £)?#, (currently|now|today|at present|presently|baseline|current|as is) (is|of|at|was|value|about|
        around|approximately|roughly|some)? (€|$|£)?#, (currently|now|today|baseline|current): (€|$|£)?#,
        baseline=#, (€|$|£)?#% (now|today|currently|at present),
        # {_TIME} (now|today|currently|at present)
        """,
    ),
}
