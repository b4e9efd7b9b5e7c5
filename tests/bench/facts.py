#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How far each word is told as a fact, from -3 (it is not) to 3 (it is).

  facts.py words FOUND.jsonl > answers.jsonl
      Every predicate of the text.
  facts.py clauses FOUND.jsonl ROWS.jsonl > answers.jsonl
      The clause below the verb that a row names; ROWS are those of
      CommitmentBank, read for "target", "verb" and "hypothesis" only.

FOUND is what `claimgraph extract -t json` wrote. The values of the stages are
means of what people answered in the training part of the UW set.
"""
import json
import re
import sys

VALUES = {'Past': 2.8, 'Ongoing': 2.6, 'Future': 1.75, 'Hypothetical': 0.95}
# What is tried, demanded or promised is as unsure as that alone makes it.
AIMS = {'Attempted': 0.95, 'Threatened': 0.9, 'Demanded': 0.95,
        'Promised': 1.85}
SURE = {'Certain': 1.0, 'Probable': 0.9, 'Possible': 0.9,
        'Underspecified': 0.4}


def value(told):
    if told.get('negated'):
        return -1.5
    status = told.get('status')
    return AIMS.get(status) or VALUES.get(status, 2.4) * \
        SURE.get(told.get('certainty'), 1.0)


def words(doc):
    return {'judgments': [{'start': t['span'][0], 'end': t['span'][1],
                           'value': round(value(t), 2)}
                          for t in doc['told']]}


def clause(doc, row):
    """The first predicate behind the row's verb that the hypothesis has."""
    begin = len(row['context']) + 1 if row['context'] else 0
    content = set(re.findall(r'\w+', row['hypothesis'].lower()))
    after = begin
    verb = row['verb'].lower()
    for t in doc['told']:
        b, e = t['span']
        text = doc['text'][b:e].lower()
        if b >= begin and text[:3] == verb[:3]:
            after = e
            break
    for t in doc['told']:
        b, e = t['span']
        if b >= after and doc['text'][b:e].lower() in content:
            return {'value': round(value(t), 2)}
    return {}


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in ('words', 'clauses'):
        sys.exit(__doc__)
    rows = {}
    if len(sys.argv) == 4:
        for line in open(sys.argv[3], encoding='utf-8'):
            row = json.loads(line)
            rows[row['id']] = row
    for line in open(sys.argv[2], encoding='utf-8'):
        doc = json.loads(line)
        found = clause(doc, rows[doc['id']]) if rows else words(doc)
        print(json.dumps({'id': doc['id'], **found}))


if __name__ == '__main__':
    main()
