"""English words for data: what comes after the event, demand and stock, counts."""

from collections.abc import Mapping

from wizard.judgement.words.matching import WordList, word_list
from wizard.judgement.words.topics import Topic

_ENERGY = """
    electricity, electric, energy, power, load, kwh, mwh, MW, GW, heat, heating, cooling, gas, water,
    steam, bandwidth, cpu, server, servers, network traffic
    """

DATA: Mapping[Topic, WordList] = {
    Topic.AFTER_EVENT: word_list(
        """
        (cancel|cancelled|canceled|cancellation|churn|churned|termination|terminated|resignation|
        unsubscribe|default|defaulted|death|payout|settlement|resolution|resolved|closing|closed|closure|
        refund|refunded|chargeback|conversion|converted) (date|at|time|timestamp|day|reason|code|note|notes|
        flag|status|amount|on), (exit|leaving) (date|reason|code|type), return (reason|code),
        date of (cancellation|termination|death|default|churn|closure|resignation|refund),
        reason for (cancellation|leaving|termination|churn|return|closure|resignation|refund),
        exit (interview|survey) (score|result|results|answers)?, refund, refunds, refunded, chargeback,
        chargebacks, final (outcome|status|decision|diagnosis|grade|verdict|score|mark|result|results),
        actual (repair|handling|processing|travel|treatment|delivery|service)?
        (arrival|departure|delivery|duration|time|demand|sales|cost|value|end|return|date) (time|date)?,
        ground truth, recoveries, collection recovery fee, total pymnt,
        write off (amount|date)?, investigation (result|outcome|finding|findings), repair (bill|invoice),
        churned, defaulted, is churn, is fraud, (delivered|resolved|closed) (at|date|on|by),
        post (event|incident|mortem) (report|note|notes|findings)?, loan status, complication, complications,
        (time|days|hours|weeks|months) (to|until|till|before) (resolution|resolve|close|closure|closing|
        failure|churn|default|event|cancellation|breakdown|readmission|relapse|resignation),
        failure (code|cause),
        (autopsy|biopsy|histology|pathology|culture) (result|results|finding|findings),
        (fraud|churn|defect|diagnosis|disease|case) confirmed, confirmed (fraud|churn|defect|diagnosis|case),
        (dispute|claim|appeal|case|interview) (outcome|result), claim payout,
        (case|ticket|claim|complaint) (closed|resolved),
        close (date|at|time|timestamp), warranty claim,
        severance (pay|payment|package)?,
        left (the)? (company|firm|school|university), (next|following) (day|week|month|quarter|year)
        (sales|revenue|demand|price|prices|balance|usage|spend), future (sales|revenue|demand|price|prices|
        balance|usage|spend|status)
        """,
        but_not="""
        (default|return|exit) (policy|type|rate|rates|mode|value|setting|settings|payment|door|lane|number|
        node|sign), refund (policy|allowed|eligible|terms|window), closed loop,
        closing (hour|hours|price), default payment method, settlement (area|type),
        final (grade|mark|result) (of|in) (the)? (degree|school|diploma), converted amount,
        default (date|time) (format|range|zone)
        """,
    ),
    Topic.OUTCOME_ITSELF: word_list(
        """
        target, target variable, label, outcome, verdict, ground truth, churn, fraud, default, attrition,
        cancelled, canceled, resolved, converted, readmitted, survived, exited, hired
        """
    ),
    Topic.HISTORY: word_list(
        """
        past, previous, prior, prev, last, latest, before, earlier, ago, history, historical, historic,
        lag, lagged, rolling, so far, to date, ytd, avg, average, mean, median, count, number of, num,
        rate, rates, share of, ratio, frequency, days since, time since, months since, since, former, old,
        ever, similar, other, neighbouring, at the time, known at, on admission, at admission, planned,
        scheduled, expected, forecast, estimated, requested, of earlier, cumulative, in the, within, per,
        # (days|day|weeks|months|hours|d|m|w|h|y), #d, #m, #w, l#, d#
        """,
    ),
    Topic.LEFT_OUT: word_list(
        """
        left out, excluded, exclude, not used, removed, remove, dropped, drop, not an input,
        only for (checking|testing|evaluation|training), ignored, label only, is the label, the label,
        the target, target variable, not a feature
        """,
    ),
    Topic.DEMAND: word_list(
        """
        demand, demands, sales, sold, quantity ordered, ordered quantity, number of orders,
        order (quantity|quantities|volume|volumes), rentals, sell through, sell out, sell in, purchases,
        units bought, bookings
        """,
        but_not="""
        sales (lead|leads|call|calls|team|rep|reps|person|people|tax|cycle|pipeline|agent|agents|manager|
        force), (on|in) demand, demand (letter|letters|charge|side), sold (to|by) investors,
        (in|after) sales, sales opportunit*, double bookings
        """,
    ),
    Topic.DEMAND_FORECAST: word_list(
        """
        (demand|sales) (forecast|forecasts|forecasting|planning|prediction|predictions),
        (forecast|forecasts|forecasting|predict|predicting|predicts|expected|future) (of)? (the)? ...
        (demand|sales), demand for, (customer|product|consumer|bike|ride|taxi|rental|hourly|seasonal|market|
        retail|store) demand, (units|quantity|quantities) sold,
        stock outs, stock out, stockout, stockouts, out of stock, sold out, sell* out, replenish*,
        overstock*, empty (shelf|shelves), (daily|weekly|monthly|hourly) (sales|demand), unsold,
        (run|runs|ran|running) out of
        """,
        but_not="""
        sales (lead|leads|call|calls|team|rep|reps|person|people|pipeline|agents),
        demand for (payment|repayment),
        (run|runs|ran|running) out of (time|money|budget|memory|space|disk|patience|hours|staff|beds)
        """,
    ),
    Topic.GOODS: word_list(
        """
        units, pieces, packs, packages, kg, kilos, kilograms, tonnes, litres, liters, meals, portions,
        loaves, items, articles, bottles, boxes, cartons, pallets, copies, quantity, quantities
        """,
    ),
    Topic.SERVED: word_list(
        """
        call, calls, contacts, visits, visitors, visit, admissions, admission, patients, patient, arrivals,
        appointments, beds, bed, ambulance, ambulances, staff, nurses, emergencies, workload, passengers,
        traffic, inquiries, enquiries, support tickets, per account, subscription*, recurring revenue, MRR,
        ARR
        """,
    ),
    Topic.ENERGY: word_list(
        _ENERGY,
        but_not="power (tools|tool|banks|bank), (bottled|mineral|sparkling) water",
    ),
    Topic.NOT_DEMAND: word_list(
        f"""
        {_ENERGY}, (sale|sales|selling|sold|asking|market|house|list|resale|auction|purchase|rental)
        (price|prices|value), price (of|per|at|in|for|the|a|paid|eur|usd), prices, rent, sold for, price,
        duration, minutes, probability, lifetime value, salary, wage
        """,
        but_not="""
        power (tools|tool|banks|bank), (bottled|mineral|sparkling) water, (regular|full|promotional) price
        """,
    ),
    Topic.STOCK: word_list(
        """
        stock, stocks, stocked, in stock, inventory, on hand, availability, available, shelf, stockout,
        stock out, oos, sold out, sell out, remaining, capacity, seats left, full, instock, on shelf
        """,
        but_not="""
        stock (price|prices|market|exchange|index), available (income|time|data),
        full (name|time|price|address)
        """,
    ),
    Topic.MAY_BE_ZERO: word_list(
        """
        number of, count, counts, count of, how many, units, quantity, quantities, sales, sold, demand,
        pieces, orders, visits, clicks, arrivals, admissions, returns, calls, accidents
        """,
        but_not="""
        number of (minutes|hours|seconds|years), sales (price|value), units of (measurement|power), each *
        """,
    ),
    Topic.TRANSLATION: word_list(
        "translat*, interpreting, machine translation",
    ),
    Topic.STOP_WORD: word_list(
        """
        a, an, the, of, in, on, at, to, for, and, or, by, with, per, as, is, are, be, all, each, most,
        more, than, that, which, this, from, into, over, under, its, their, our, highest, case, cases
        """,
    ),
}
