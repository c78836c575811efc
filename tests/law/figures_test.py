"""figures_test.py: the figures that a provision's text states and the figures of its penalty clauses are the same.

Of every limb with penalties, on each day on which something changes and in each language held: each term and each fine of its clauses stands in
the text, and each term of imprisonment and each sum of money in the text stands in a clause. tests/law/figures_exceptions.yaml has what may differ.
"""
import datetime
import fnmatch
import random
import re
import sys
import unicodedata
import unittest

import statutes

# ---- numbers, in digits and in words

EN = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
      "twenty thirty forty fifty sixty seventy eighty ninety", "")
ES = ("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
      "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
      "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
      "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")
FA = ("صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده",
      "بیست سی چهل پنجاه شصت هفتاد هشتاد نود", "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد")


def small_numbers(ones, tens, hundreds, **others):
    rows = enumerate(ones.split()), zip(range(20, 100, 10), tens.split()), zip(range(100, 1000, 100), hundreds.split())
    return {word: value for row in rows for value, word in row} | others


SMALL = {"en": small_numbers(*EN), "es": small_numbers(*ES, un=1, una=1, veintiún=21, ciento=100), "fa": small_numbers(*FA, یکصد=100)}
SCALES = {
    "en": {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9},
    "es": {"mil": 10**3, "millón": 10**6, "millones": 10**6},
    "fa": {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9},
}
JOINS = {"en": {"and", "-"}, "es": {"y"}, "fa": {"و"}}

TOKEN = re.compile(r"\d+(?:[.,٬،/]\d{3})+(?!\d)|\d+(?:[.٫]\d+)?|[^\W\d_]+|[-–;.,؛،%]")
DAY_FINE = re.compile(r"day[- ]fine|días?(?:[- ]| de )multa")
JOINED_AND = re.compile(r"\bو(?=(?:" + "|".join(SMALL["fa"]) + r")\b)")  # as in بیست‌وپنج
DE_UNIT = re.compile(r"\b(mill(?:ón|ones)) de (\w)")
CURRENCY = re.compile(r"(?:₦|\bngn)\s*(\d[\d,.]*\d|\d)((?:\s+(?:thousand|million|billion))?)")


def tokens(text):
    """The words, numbers and signs of a text, in one form each."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u200c", " ")
    plain = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in plain)
    plain = JOINED_AND.sub("و ", DE_UNIT.sub(r"\1 \2", DAY_FINE.sub("dayfine", plain)))
    return TOKEN.findall(CURRENCY.sub(r"\1\2 naira", plain))


def in_digits(token):
    """The value of a number in digits; its groups of three may be set off by any sign."""
    if re.fullmatch(r"[1-9]\d{0,2}(?:[.,٬،/]\d{3})+", token):
        return int(re.sub(r"\D", "", token))
    if re.fullmatch(r"\d+(?:[.٫]\d+)?", token):
        return float(token.replace("٫", "."))
    return None


def fits(value, small):
    """Whether a number below a thousand may follow what stands: twenty and five, three hundred and fifty."""
    if value % 100 == 0:
        return value == 0 or small < 100
    return value % 10 == 0 and value % 100 >= 20 and small < 10


class Number:
    """One number read from a place in the tokens, in the words of one language."""

    def __init__(self, words, start, language):
        self.words, self.at, self.language = words, start, language
        self.whole, self.part, self.scale = 0, 0, 0
        value = in_digits(words[start])
        if value is not None:
            self.part, self.at = value, start + 1
            self.read_scales(only=True)
        else:
            while self.read_word() or self.read_join():
                pass
        self.found = self.at > start
        self.value = self.whole + self.part

    def word(self, ahead=0):
        return self.words[self.at + ahead] if self.at + ahead < len(self.words) else ""

    def read_word(self):
        small = SMALL[self.language].get(self.word())
        if small is None and self.language == "en" and self.word() == "a" and self.word(1) in SCALES["en"]:
            small = 1
        if small is not None and fits(self.part, small):
            self.part += small
            self.at += 1
            return True
        return self.read_scales()

    def read_scales(self, only=False):
        start = self.at
        while self.word() in SCALES[self.language] and (self.part or self.whole or self.word() in ("mil", "هزار")):
            self.scale = SCALES[self.language][self.word()]
            if self.scale == 100:
                self.part *= 100
            else:
                below = self.whole % self.scale + self.part
                self.whole, self.part = self.whole - self.whole % self.scale + max(below, 1) * self.scale, 0
            self.at += 1
            if only:
                break
        return self.at > start

    def read_join(self):
        """Goes over `and` where the number goes on behind it, and not where another one begins."""
        if self.word() not in JOINS[self.language] or not (self.part or self.whole):
            return False
        small = SMALL[self.language].get(self.word(1))
        if small is None or not fits(self.part, small) or self.word() == "-" and small > 9:
            return False
        if self.word() == "and" and (self.scale == 0 or self.word(2) == "hundred"):
            return False
        if self.part == 0 and Number(self.words, self.at + 1, self.language).value >= self.scale:
            return False
        self.at += 1
        return True


# ---- quantities: numbers with their unit

HOURS = {"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24, "year": 360 * 24}
UNITS = {
    "en": {"hour": "hour", "hours": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
           "year": "year", "years": "year", "naira": "NGN", "rial": "IRR", "rials": "IRR", "córdoba": "NIO", "córdobas": "NIO", "lash": "lash",
           "lashes": "lash", "dayfine": "day-fine", "dayfines": "day-fine", "percent": "percent", "%": "percent", "times": "times"},
    "es": {"hora": "hour", "horas": "hour", "día": "day", "días": "day", "semana": "week", "semanas": "week", "mes": "month", "meses": "month",
           "año": "year", "años": "year", "córdoba": "NIO", "córdobas": "NIO", "dayfine": "day-fine", "%": "percent", "veces": "times"},
    "fa": {"ساعت": "hour", "روز": "day", "هفته": "week", "ماه": "month", "سال": "year", "ریال": "IRR", "ضربه": "lash", "درصد": "percent",
           "%": "percent", "برابر": "times"},
}
RANGE = {"en": {"to", "and", "or", "-", "–"}, "es": {"a", "y", "o", "-", "–"}, "fa": {"تا", "و", "یا", "-", "–"}}
AND = {"en": "and", "es": "y", "fa": "و"}
BETWEEN = {"en": "between", "es": "entre", "fa": "بین"}
TO = {"en": (["to"], ["–"]), "es": (["a"], ["–"]), "fa": (["تا"], ["–"])}
PRISON = {"en": r"imprison\w*|prison|jail", "es": r"prisión|cárcel|encarcelamiento", "fa": r"حبس|زندان|حبسی"}
FINE = {"en": r"fine[sd]?", "es": r"multas?", "fa": r"جزای|جریمه"}
LIFE = {"en": r"imprison\w* for life|life imprisonment", "es": r"cadena perpetua|prisión perpetua", "fa": r"حبس ابد"}
DEATH = {"en": r"death penalty|sentenced? to death|punished with death", "es": r"pena de muerte", "fa": r"اعدام"}
AGE = {"en": r"of age|old", "es": r"de edad", "fa": r"سن|تمام"}
YOUNGER = {"en": r"younger than|aged", "es": r"menor(?:es)? de", "fa": r"زیر"}
MOST = {"en": r"up to|at most|not more than|no more than", "es": r"hasta|llega a|a lo sumo|como máximo|no más de", "fa": r"تا|حداکثر|حد اکثر"}
LEAST = {"en": r"at least|not less than|no less than", "es": r"al menos|por lo menos|no menos de|como mínimo", "fa": r"حداقل|دست کم|دستکم|کمتر از"}
SAME_UNIT = re.compile(r"\b(?:per cent|por ciento)\b")


class Quantity:
    """Numbers that share a unit (three years; from 200 to 500 day-fines), where they stand and what they are about."""

    def __init__(self, values, unit, first, last):
        self.values, self.unit, self.first, self.last = values, unit, first, last
        self.ends = {"min", "max"}

    def figure(self, value):
        return ("term", value * HOURS[self.unit]) if self.unit in HOURS else (self.unit, value)

    def figures(self):
        return set(map(self.figure, self.values))

    def said(self):
        """(figure, end) of each: of a range the first is `min` and the last `max`."""
        if len(self.values) == 2 and self.ends == {"min", "max"}:
            return {(self.figure(self.values[0]), "min"), (self.figure(self.values[1]), "max")}
        return {(figure, end) for figure in self.figures() for end in self.ends}

    def read_ends(self, words, language, after):
        """Reads from the words around it whether it is the least, the most or the one term; `after` is the quantity behind it."""
        before = " ".join(words[max(0, self.first - 3):self.first])
        if re.search(rf"\b(?:{MOST[language]})$", before):
            self.ends = {"max"}
        elif re.search(rf"\b(?:{LEAST[language]})$", before):
            self.ends = {"min"}
        elif after and is_range(before, words[self.last:after.first], language):
            self.ends, after.ends = {"min"}, {"max"}
        elif len(self.values) == 1 and self.ends != {"max"}:
            self.ends = {"flat"}


def is_range(before, between, language):
    """Whether what stands before and between two quantities makes them one range: six months to two years."""
    return between in TO[language] or before.endswith(BETWEEN[language]) and between == [AND[language]]


def numbers(words, language):
    """(first, last, number) of every number, last being behind it."""
    at = 0
    while at < len(words):
        number = Number(words, at, language)
        if number.found:
            yield at, number.at, number
            at = number.at
        elif words[at] in ("a", "an") and language == "en" and at + 1 < len(words) and HOURS.get(UNITS["en"].get(words[at + 1])):
            yield at, at + 1, Number(["one"], 0, "en")
            at += 1
        else:
            at += 1


def quantities(words, language):
    """Every number or range of numbers before a unit. `five to ten million` means five million."""
    out, waiting = [], []
    for first, last, number in numbers(words, language):
        if waiting and not (waiting[-1][1] + 1 == first and words[first - 1] in RANGE[language]):
            waiting = []
        waiting.append((first, last, number))
        unit = UNITS[language].get(words[last]) if last < len(words) else None
        if unit:
            scale = number.scale if number.scale > 100 else 1
            low = [each.value * (scale if each.scale <= 100 and each.value * scale < number.value else 1) for _, _, each in waiting[:-1]]
            out.append(Quantity([*low, number.value], unit, waiting[0][0], last + 1))
            waiting = []
    return out


def with_compounds(found, words, language):
    """The figures of each quantity, and besides them `forty-five days and twelve hours` as one term."""
    out = [quantity.figures() for quantity in found]
    for one, two in zip(found, found[1:]):
        if one.unit in HOURS and two.unit in HOURS and HOURS[one.unit] > HOURS[two.unit] and words[one.last:two.first] == [AND[language]]:
            out.append({("term", one.values[-1] * HOURS[one.unit] + two.values[0] * HOURS[two.unit])})
    return out


def sentences(text, language):
    """The words of each sentence; a number with a point in it is one word."""
    sentence = []
    for word in tokens(SAME_UNIT.sub("%", text)):
        if word in (".", ";", "؛"):
            yield sentence
            sentence = []
        else:
            sentence.append(word)
    yield sentence


def as_day_fine(quantity, words):
    """Whether days are those of a fine, as in `multa de cien a trescientos días`."""
    before = " ".join(words[max(0, quantity.first - 4):quantity.first])
    return quantity.unit == "day" and re.search(r"\b(?:multas?|fines?)(?: ,(?= de)| de| of| from| up| to| hasta| at| least)*$", before)


def is_age(quantity, words, language):
    behind, before = " ".join(words[quantity.last:quantity.last + 2]), " ".join(words[max(0, quantity.first - 2):quantity.first])
    return re.match(rf"(?:{AGE[language]})\b", behind) or re.fullmatch(rf"(?:\S+ )?(?:{YOUNGER[language]})", before)


class Text:
    """What a text states: every figure, those that are a penalty, and which end of it each of these is."""

    def __init__(self, text, language):
        self.every, self.stated, self.ends = set(), set(), set()
        for words in sentences(text, language):
            self.read(words, language)

    def read(self, words, language):
        joined, found = " ".join(words), quantities(words, language)
        prison, fine = (re.search(rf"\b(?:{about[language]})\b", joined) for about in (PRISON, FINE))
        for quantity, after in zip(found, [*found[1:], None]):
            quantity.unit = "day-fine" if as_day_fine(quantity, words) else quantity.unit
            quantity.read_ends(words, language, after)
            # A period, an age or a share is no penalty; money, day-fines and lashes are nothing else.
            if prison and not is_age(quantity, words, language) if quantity.unit in HOURS else fine or quantity.unit not in ("percent", "times"):
                self.stated |= quantity.figures()
                self.ends |= quantity.said()
        self.every |= set().union(*with_compounds(found, words, language))
        for name, pattern in (("life", LIFE), ("death", DEATH)):
            if re.search(rf"\b(?:{pattern[language]})\b", joined):
                self.every |= {(name, 1)}
                self.stated |= {(name, 1)}


# ---- figures of clauses

FINE_UNITS = {"share-of-turnover": "percent", "multiple-of-damage": "times", "multiple-of-fine": "times"}


def clause_ends(clause):
    """(figure, end) of each figure of one clause, as `Text` would find it."""
    for kind in statutes.arms():
        value = clause.get(kind)
        if isinstance(value, dict):
            unit = {"fine": FINE_UNITS.get(value.get("unit"), value.get("unit")), "flogging": "lash"}.get(kind)
            for end in {"min", "max", "flat"} & set(value):
                yield (unit, float(value[end])) if unit else ("term", statutes.hours(value[end])), end
        elif value and kind in ("life", "death"):
            yield (kind, 1), "flat"


def parts(figures):
    """What a compound term may be written as: days and hours apart."""
    out = set(figures)
    for kind, value in figures:
        if kind == "term":
            for unit in HOURS.values():
                out |= {(kind, value - value % unit), (kind, value % unit)}
    return out


def shown(figures):
    names = ((f"{value / HOURS['year']:g} years" if value % HOURS["month"] == 0 else f"{value / 24:g} days") if kind == "term"
             else f"{value:,.15g} {kind}" for kind, value in figures)
    return ", ".join(sorted(names))


SIDES = {"annotation": "of a clause, not in the text", "text": "of the text, in no clause", "end": "another end of the range in text and clause",
         "period": "of an element, power or demand, not in the text"}


class Exceptions:
    """What tests/law/figures_exceptions.yaml lets differ, each with its reason; one that lets nothing differ is a fault."""

    def __init__(self):
        self.rows = statutes.load(statutes.ROOT / "tests/law/figures_exceptions.yaml")["exceptions"]
        self.used = set()
        assert all(row["reason"] and row["side"] in SIDES for row in self.rows)

    def allow(self, handle, side, figures, on):
        """The figures that remain faults."""
        left = set(figures)
        for i, row in enumerate(self.rows):
            if row["side"] == side and fnmatch.fnmatch(handle, row["where"]) and statutes.holds(row, on):
                hit = {each for each in left if shown([each]) in row.get("figures", [shown([each])]) and row.get("unit", each[0]) == each[0]}
                self.used |= {i} if hit else set()
                left -= hit
        return left

    def unused(self):
        return [f"{row['where']}: {row['reason']}" for i, row in enumerate(self.rows) if i not in self.used]


def within(eid, other):
    return eid == other or eid.startswith(other + "__")


class Reading:
    """One unit in one version: its blocks, the figures of its limbs' penalties on a day, and what differs."""

    def __init__(self, act, unit, language, on):
        self.act, self.language, self.on = act, language, on
        self.blocks = {eid: text for eid, text in unit.blocks() if text}
        self.limbs = {}
        for row, limb, eid in act.limbs():
            if row["eid"] == unit.eid and statutes.holds(limb, on):
                own = [clause for clause in limb.get("penalties", []) if statutes.holds(clause, on)]
                self.limbs[eid] = {pair for clause in own for pair in clause_ends(clause)}

    def text(self, wanted):
        return Text("\n".join(text for eid, text in self.blocks.items() if wanted(eid)), self.language)

    def near(self, block):
        """(figure, end) of the clauses of the limbs that a block belongs to; of all limbs for a block outside them."""
        near = [limb for limb in self.limbs if within(limb, block) or within(block, limb)] or self.limbs
        return set().union(*(self.limbs[limb] for limb in near))

    def missing_in_text(self):
        """(limb, figures of its clauses that neither it nor what stands above it states)."""
        for limb, pairs in self.limbs.items():
            own = self.text(lambda block: within(block, limb))
            found = own.every | self.text(lambda block: within(limb, block)).every
            if not own.stated:  # `carries the same penalty`: the sentence of a neighbour
                found |= self.text(lambda block: True).every
            yield limb, {figure for figure, _ in pairs} - found

    def missing_in_clauses(self):
        """(block, figures it states that no clause of the limbs it belongs to has)."""
        for block, text in self.blocks.items():
            yield block, Text(text, self.language).stated - parts({figure for figure, _ in self.near(block)})

    def other_ends(self):
        """(block, figures that are a minimum, a maximum or the one term here and something else in the clauses)."""
        for block, text in self.blocks.items():
            near = self.near(block)
            ends = {figure: {end for each, end in near if each == figure} for figure, _ in near}
            said = Text(text, self.language).ends
            yield block, {figure for figure, end in said if figure in ends and not any((figure, each) in said for each in ends[figure])}


def in_words(limb):
    """What a limb says in words of its elements, powers and demands: their periods and ages are the law's too."""
    for row in (limb.get("elements", {}), *limb.get("powers", [])):
        yield from (value for value in row.values() if isinstance(value, str))
    yield from (ask["text"] for ask in limb.get("asks", []))


def periods():
    """(handle, day, figures that a limb names in words and its unit does not state in English)."""
    for act in statutes.acts().values():
        for on in map(datetime.date.fromisoformat, act.days()):
            for row in act.annotations["provisions"]:
                unit = act.units_on("en", on).get(row["eid"])
                found = Text(unit.text(), "en").every if unit else set()
                for limb in row.get("limbs", []) if unit else ():
                    if statutes.holds(limb, on):
                        named = set().union(*(Text(value, "en").every for value in in_words(limb)))
                        yield f"{act.handle}/{statutes.as_list(limb['limb'])[0]}", on, named - found


def readings():
    """Every unit with an offence or a penalty, in each language, on each day on which something changes."""
    for act in statutes.acts().values():
        eids = {row["eid"] for row in act.annotations["provisions"]
                if any(limb.get("offences") or limb.get("penalties") for limb in row.get("limbs", []))}
        for on in map(datetime.date.fromisoformat, act.days()):
            for language in act.languages():
                for eid, unit in act.units_on(language, on).items():
                    if eid in eids and unit.status != "repealed":
                        yield Reading(act, unit, language, on)


NUMBERS = {
    "en": {"three years": {("term", 3 * 8640)}, "thirty-six months": {("term", 3 * 8640)}, "91 days": {("term", 91 * 24)},
           "a year": {("term", 8640)}, "seventy-two hours": {("term", 72)}, "seven million naira": {("NGN", 7e6)},
           "7,000,000 naira": {("NGN", 7e6)}, "7 million naira": {("NGN", 7e6)}, "₦7 million": {("NGN", 7e6)}, "NGN 7,000,000": {("NGN", 7e6)},
           "two hundred and fifty thousand naira": {("NGN", 250e3)}, "one million five hundred thousand naira": {("NGN", 1.5e6)},
           "one billion five hundred million rials": {("IRR", 1.5e9)}, "twenty to a hundred million rials": {("IRR", 20e6), ("IRR", 100e6)},
           "between five and ten million rials": {("IRR", 5e6), ("IRR", 10e6)},
           "two hundred to five hundred day-fines": {("day-fine", 200), ("day-fine", 500)},
           "between two hundred and five hundred day fines": {("day-fine", 200), ("day-fine", 500)},
           "200–500 day-fines": {("day-fine", 200), ("day-fine", 500)},
           "five million and ten million rials": {("IRR", 5e6), ("IRR", 10e6)},
           "forty-five days and twelve hours": {("term", 45 * 24), ("term", 12), ("term", 45 * 24 + 12)},
           "one hundred and twenty days": {("term", 120 * 24)}, "at least two per cent": {("percent", 2)}, "0.5%": {("percent", 0.5)},
           "twenty-five lashes": {("lash", 25)}, "imprisonment for life": {("life", 1)}, "section 24, three persons": set()},
    "es": {"tres años": {("term", 3 * 8640)}, "un año": {("term", 8640)}, "de dos a cuatro años": {("term", 2 * 8640), ("term", 4 * 8640)},
           "de 200 a 500 días multa": {("day-fine", 200), ("day-fine", 500)},
           "trescientos a seiscientos días-multa": {("day-fine", 300), ("day-fine", 600)},
           "multa de ciento cincuenta días": {("day-fine", 150)}, "una multa, noventa días": {("term", 90 * 24)},
           "cien días de multa": {("day-fine", 100)}, "treinta y seis meses": {("term", 3 * 8640)}, "noventa días": {("term", 90 * 24)},
           "mil días multa": {("day-fine", 1000)}, "dos mil quinientos millones de córdobas": {("NIO", 2.5e9)},
           "dos mil quinientos córdobas": {("NIO", 2500)},
           "1.500.000 córdobas": {("NIO", 1.5e6)}, "veintiún días": {("term", 21 * 24)}, "el artículo 30": set()},
    "fa": {"سه سال": {("term", 3 * 8640)}, "۳ سال": {("term", 3 * 8640)}, "نود و یک روز": {("term", 91 * 24)}, "۹۱ روز": {("term", 91 * 24)},
           "شش ماه تا دو سال": {("term", 6 * 720), ("term", 2 * 8640)}, "یک تا سه سال": {("term", 8640), ("term", 3 * 8640)},
           "پنج تا بیست میلیون ریال": {("IRR", 5e6), ("IRR", 20e6)}, "۲۰٬۰۰۰٬۰۰۰ ریال": {("IRR", 20e6)}, "۵/۰۰۰/۰۰۰ ریال": {("IRR", 5e6)},
           "بیست‌وپنج میلیون ریال": {("IRR", 25e6)}, "بیست و پنج میلیون ریال": {("IRR", 25e6)}, "یک میلیون و پانصد هزار ریال": {("IRR", 1.5e6)},
           "یک میلیارد و پانصد میلیون ریال": {("IRR", 1.5e9)}, "صد و بیست میلیون ریال": {("IRR", 120e6)}, "هفتاد و چهار ضربه": {("lash", 74)},
           "چهل و پنج روز و دوازده ساعت": {("term", 45 * 24), ("term", 12), ("term", 45 * 24 + 12)}, "مادهٔ ۷۲۹": set()},
}
STATED = {
    "en": {"imprisonment of up to three years": {("term", 3 * 8640)}, "keeps the data for two years": set(),
           "fails to report within seventy-two hours and pays two million naira": {("NGN", 2e6)},
           "a person under eighteen years of age; imprisonment of ten years": {("term", 10 * 8640)},
           "prison of five years if the victim is younger than twelve years": {("term", 5 * 8640)}},
    "es": {"prisión de uno a tres años y de cien a doscientos días multa": {("term", 8640), ("term", 3 * 8640), ("day-fine", 100), ("day-fine", 200)},
           "retiene los datos un año": set(), "un menor de dieciséis años; de dos a seis años de cárcel": {("term", 2 * 8640), ("term", 6 * 8640)}},
    "fa": {"به حبس از نود و یک روز تا یک سال": {("term", 91 * 24), ("term", 8640)}, "داده‌ها را شش ماه نگه می‌دارد": set(), "حبس ابد": {("life", 1)}},
}


ENDS = {
    "en": {"imprisonment of up to three years": ["max"], "imprisonment of at least three years": ["min"], "imprisonment of three years": ["flat"],
           "imprisonment of ninety-one days to two years": ["min", "max"],
           "imprisonment between six months and two years": ["min", "max"], "imprisonment of two to four years": ["min", "max"]},
    "es": {"prisión de hasta tres años": ["max"], "prisión de al menos tres años": ["min"], "prisión de seis meses a un año": ["min", "max"]},
    "fa": {"حبس تا سه سال": ["max"], "حبس حداقل سه سال": ["min"], "حبس از نود و یک روز تا شش ماه": ["min", "max"]},
}


def spelt(number, language):
    """A whole number below a thousand million in words: what the reader undoes."""
    ones, tens, hundreds = (row.split() for row in {"en": EN, "es": ES, "fa": FA}[language])
    for scale, name in ((10**6, {"en": "million", "es": "millones", "fa": "میلیون"}), (10**3, {"en": "thousand", "es": "mil", "fa": "هزار"})):
        high, low = divmod(number, scale)
        if high:
            rest = {"en": " ", "es": " ", "fa": " و "}[language] + spelt(low, language) if low else ""
            return f"{spelt(high, language)} {name[language]}{rest}"
    if number >= 100:
        high, low = divmod(number, 100)
        name = f"{ones[high]} hundred" if language == "en" else "ciento" if language == "es" and high == 1 and low else hundreds[high - 1]
        return name + ({"en": " and ", "es": " ", "fa": " و "}[language] + spelt(low, language) if low else "")
    if number < len(ones):
        return ones[number]
    return tens[number // 10 - 2] + ({"en": "-", "es": " y ", "fa": " و "}[language] + ones[number % 10] if number % 10 else "")


class Figures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.exceptions, cls.faults, cls.compared = Exceptions(), {}, 0
        for reading in readings():
            cls.compared += sum(map(len, reading.limbs.values()))
            for side, found in (("annotation", reading.missing_in_text()), ("text", reading.missing_in_clauses()), ("end", reading.other_ends())):
                for eid, figures in found:
                    cls.compare(side, f"{reading.act.handle}/{eid}", reading.on, figures, f" ({reading.language})")
        for handle, on, figures in periods():
            cls.compare("period", handle, on, figures)

    @classmethod
    def compare(cls, side, handle, on, figures, language=""):
        left = cls.exceptions.allow(handle, side, figures, on)
        if left:
            cls.faults.setdefault((side, f"{handle}{language}: {shown(left)} {SIDES[side]}"), on)

    def none(self, side):
        faults = [f"{fault}, on {on}" for (of, fault), on in self.faults.items() if of == side]
        self.assertFalse(faults, f"{len(faults)} faults\n" + "\n".join(faults))

    def test_numbers_are_read_in_digits_and_words(self):
        for language, rows in NUMBERS.items():
            for text, figures in rows.items():
                with self.subTest(text):
                    self.assertEqual(Text(text, language).every, figures)

    def test_a_number_in_words_is_read_back(self):
        dice = random.Random(20261122)
        for _ in range(3000):
            number = dice.randrange(1, 10 ** dice.randrange(1, 10))
            for language in SMALL:
                words = tokens(spelt(number, language) + " x")
                with self.subTest(language=language, number=number):
                    read = Number(words, 0, language)
                    self.assertEqual((read.value, read.at), (number, len(words) - 1))

    def test_a_period_or_an_age_is_no_penalty(self):
        for language, rows in STATED.items():
            for text, figures in rows.items():
                with self.subTest(text):
                    self.assertEqual(Text(text, language).stated, figures)

    def test_every_figure_of_a_clause_stands_in_the_text(self):
        self.assertGreater(self.compared, 500)
        self.none("annotation")

    def test_every_penalty_in_the_text_stands_in_a_clause(self):
        self.none("text")

    def test_least_and_most_are_the_same_in_text_and_clause(self):
        self.none("end")

    def test_every_period_named_in_an_annotation_stands_in_the_text(self):
        self.none("period")

    def test_the_ends_of_a_range_are_read(self):
        for language, rows in ENDS.items():
            for text, ends in rows.items():
                with self.subTest(text):
                    self.assertEqual([end for _, end in sorted(Text(text, language).ends)], ends)

    def test_every_exception_is_needed(self):
        self.assertEqual(self.exceptions.unused(), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
