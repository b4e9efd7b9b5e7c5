#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Print one table from the outputs of the scorers.

  table.py DIR    DIR holds NAME.out for each scorer that ran

A row is a line of a scorer's output: a pattern with its figures as groups,
either P, R and F or one figure alone. All are shown in percent.
"""
import os
import re
import sys

NUM = r'\s+([\d.]+)'
PRF = NUM * 3


def ud(name, goals):
    return [(name, metric, r'(?m)^%s%s' % (re.escape(metric), PRF), 1,
             goals.get(metric, '')) for metric in
            ('Tokens', 'Sentences', 'Words', 'UPOS', 'Lemmas', 'UAS', 'LAS')]


def ner(name):
    return [(name, 'all types', r'(?m)^ALL' + PRF, 1, ''),
            (name, 'untyped', r'(?m)^UNTYPED' + PRF, 1, '')]


def timex(name, goal):
    return [(name, 'span, relaxed',
             r'timexes\s+relaxed\s+P%s\s+R%s\s+F%s' % (NUM, NUM, NUM), 1, ''),
            (name, 'type', r'timexes\s+type\s+P%s\s+R%s\s+F%s' %
             (NUM, NUM, NUM), 1, ''),
            (name, 'value', r'timexes\s+value\s+P%s\s+R%s\s+F%s' %
             (NUM, NUM, NUM), 1, goal)]


def muc4(name):
    def row(label, section, metric, goal=''):
        pattern = r'(?ms)^== %s$.*?^\s+%s\s+P%s\s+R%s\s+F%s' % (
            section, metric, NUM, NUM, NUM)
        return name, label, pattern, 1, goal
    return [row('head, ' + r, 'head', r) for r in
            ('perp_ind', 'perp_org', 'target', 'victim', 'weapon')] + \
           [row('head, macro', 'head', 'macro', '63.9'),
            row('CEAF, micro', 'ceaf', 'micro'),
            row('relevance', 'doc', 'relevance'),
            row('incident type', 'doc', 'type_micro'),
            row('event, type', 'event', 'type'),
            row('event, all', 'event', 'ALL', '65.1'),
            row('claim confidence', 'event', 'perp_conf', '45')]


def meantime():
    p = r'\s+P%s R%s F%s' % (NUM, NUM, NUM)
    return [('meantime', 'trigger mentions', r'trigger mentions' + p, 1, ''),
            ('meantime', 'triples', r'triples \(known args\)' + p, 1, '50'),
            ('meantime', 'pairs', r'pairs, role ignored' + p, 1, '65'),
            ('meantime', 'day right', r'time: day' + NUM, 1, '')]


def plover():
    p = r'.*?P=([\d.]+)\s+R=([\d.]+)\s+F1=([\d.]+)'
    return [('plover', 'category', r'(?m)^label ' + p, 100, '65'),
            ('plover', 'pair and category', r'(?m)^\s+text ' + p, 100, '55')]


def attribution(name, goal):
    return [(name, metric, re.escape(metric) + PRF, 100, aim)
            for metric, aim in (('A label source', ''), ('A label cue', ''),
                                ('A label content', ''), ('F cue found', ''),
                                ('E content>=.5', ''), ('E triple', goal))]


def speech():
    p = r'(?m)^cue:speech\s+\d+' + NUM
    return [('polnear', 'recall, speech cues', p, 100, '85')]


def ced1k():
    """"merged" lets one claim of ours be two of theirs, and the reverse."""
    return [('ced1k', what + how, r'(?m)^claim %s %s%s' %
             (re.escape(what), name, PRF), 100, goal)
            for how, name in ((', 1:1', 'one-to-one'), ('', 'merged'))
            for what, goal in (('content', '80'), ('content+agent', '75'))]


def ecb_entity():
    """CoNLL gives P, R and F with slashes between."""
    p = r'(?m)^entity coref WD singletons .*CONLL ([\d.]+)/([\d.]+)/([\d.]+)'
    return [('ecb-entity', 'CoNLL, one document', p, 1, '')]


def toponym(name, goal):
    return [(name, 'names of places', r'recognition overlap ' +
             r'\s+P%s\s+R%s\s+F%s' % (NUM, NUM, NUM), 1, ''),
            (name, 'within 161 km, all',
             r'\(all gold\): acc@161km' + NUM, 1, goal)]


def eventloc():
    p = r' P%s R%s F%s' % (NUM, NUM, NUM)
    return [('eventloc', 'tokens', 'token' + p, 1, '75'),
            ('eventloc', 'instances', 'instance accuracy' + NUM, 1, '')]


def ecbplus():
    p = NUM.join((r'\s+P', r'\s+R', r'\s+F')) + NUM
    c = r' singletons .*CONLL ([\d.]+)/([\d.]+)/([\d.]+)'
    return [('ecbplus', 'actions, head', 'mention head   ACTION' + p, 1, '78'),
            ('ecbplus', 'events, within', 'coref WD' + c, 1, ''),
            ('ecbplus', 'events, across', 'coref CD' + c, 1, '58')]


def wikievents():
    p = r'\s+P%s\s+R%s\s+F%s' % (NUM, NUM, NUM)
    return [('wikievents', 'triggers found', r'trigger \(overlap\)' + p, 1, ''),
            ('wikievents', 'roles, given trig.',
             r'argument role\s+given trigger' + p, 1, '50')]


def facts(name, goal):
    return [(name, 'Pearson r', r'Pearson r (-?[\d.]+)', 100, goal),
            (name, 'classes, macro', r'macro F' + NUM, 100, goal)]


def fivew():
    return [('fivew', '4W hit', r'4W mean token-F1 [\d.]+ hit' + NUM, 1, '65')]


def case2021():
    return [('case2021', 'macro F', r'macro F' + NUM, 1, '65'),
            ('case2021', 'weighted F', r'weighted F' + NUM, 1, '')]


ROWS = ud('ud-ewt', {}) + ud('ud-gum', {}) + ud('ud-news', {}) + \
    ud('parse-ewt', {})[3:] + ud('parse-gum', {})[3:] + \
    ud('parse-news', {'LAS': '82'})[3:] + \
    ner('ner-ewt') + ner('ner-gum') + ner('ner-world') + \
    timex('timebank', '80') + timex('aquaint', '80') + meantime() + \
    muc4('muc4-test') + muc4('muc4-dev') + plover() + \
    attribution('polnear', '70') + speech() + \
    attribution('gum', '75')[-3:] + ced1k() + ecb_entity() + \
    toponym('lgl', '') + toponym('geovirus', '') + toponym('toponym', '78') + \
    eventloc() + ecbplus() + wikievents() + \
    facts('facts-uw', '72') + facts('facts-commitment', '') + \
    fivew() + case2021()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print('%-11s %-19s %6s %6s %6s  %5s' % ('set', 'measure', 'P', 'R', 'F',
                                            'goal'))
    for name, metric, pattern, factor, goal in ROWS:
        path = os.path.join(sys.argv[1], name + '.out')
        if not os.path.exists(path):
            continue
        found = re.search(pattern, open(path, encoding='utf-8').read())
        if not found:
            print('%-11s %-19s %20s' % (name, metric, 'not scored'))
            continue
        values = [float(x) * factor for x in found.groups()]
        shown = ' '.join('%6.1f' % v for v in values)
        print('%-11s %-19s %20s  %5s' % (name, metric, shown, goal))


if __name__ == '__main__':
    main()
