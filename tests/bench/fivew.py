#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Who did what, when and where: the main event of each article.

  fivew.py FOUND.jsonl > answers.jsonl

FOUND is what `claimgraph extract -t json` wrote. The main event is sought in
the headline and the first sentences: one whose doer is named counts most.
"why" and "how" are left unanswered.
"""
import json
import re
import sys

LEAD = 700      # Code points in which the main event is sought.
WORDS = 8       # Of "what", from the doer's side of the verb on.
PLACES = ('Settlement', 'Facility', 'Region', 'Country')
DOERS = ('agent', 'participant', 'patient', 'beneficiary')


def all_roles(doc, event):
    out = list(event['roles'])
    for p in doc['propositions']:
        if p['event'] == event['iri']:
            out += p['roles']
    return [r for r in out if 'entity' in r]


def rank(doc, event):
    """Larger is better; headline, named doer, weight of what is told."""
    begin = event['trigger'][0]
    score = 4 if begin < doc['head'] else 2 if begin < LEAD else 0
    doers = [r for r in all_roles(doc, event) if r['role'] in DOERS]
    score += 2 if any(doc['by'][r['entity']]['mentions'] and
                      r['role'] == 'agent' for r in doers) else 0
    score += 1 if doers else 0
    score -= 2 if event['type'] == 'action' else 0
    return score, -begin


def who(doc, event):
    roles = all_roles(doc, event)
    for wanted in DOERS:
        for r in roles:
            if r['role'] == wanted:
                label = doc['by'][r['entity']]['label']
                words = doc['text'][slice(*r['words'])] if 'words' in r \
                    else label
                return [{'text': label}, {'text': words}]
    return []


def what(doc, event):
    """From the trigger on, as far as its clause goes."""
    rest = re.split(r'[.;:\n]\s|\n', doc['text'][event['trigger'][0]:])[0]
    return [{'text': ' '.join(rest.split()[:WORDS])}]


def when(doc, event):
    days = [t for t in doc['times'] if t['type'] in ('DATE', 'TIME') and
            re.match(r'\d{4}-\d\d-\d\d', t['value'])]
    near = sorted(days, key=lambda t: (t['span'][0] > LEAD, t['span'][0]))
    out = []
    if near:
        t = near[0]
        out.append({'text': doc['text'][slice(*t['span'])],
                    'parsed': event.get('from', t['value'][:10])})
    elif 'date' in doc:
        out.append({'text': doc['date'], 'parsed': doc['date']})
    return out


def where(doc, event):
    roles = [r for r in all_roles(doc, event)
             if r['role'] in ('place', 'near', 'destination')]
    for r in roles:
        return [{'text': doc['by'][r['entity']]['label']}]
    lead = [(m[0], e['label']) for e in doc['entities']
            if e['kind'] in PLACES for m in e['mentions'] if m[0] < LEAD]
    return [{'text': label} for _, label in sorted(lead)[:1]]


def answer(doc):
    doc['by'] = {e['iri']: e for e in doc['entities']}
    doc['head'] = doc['text'].find('\n')
    events = sorted(doc['events'], key=lambda e: rank(doc, e), reverse=True)
    if not events:
        return {'who': [], 'what': [], 'when': [], 'where': []}
    best = events[0]
    return {'who': who(doc, best), 'what': what(doc, best),
            'when': when(doc, best), 'where': where(doc, best)}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for line in open(sys.argv[1], encoding='utf-8'):
        doc = json.loads(line)
        print(json.dumps({'id': doc['id'], 'answers': answer(doc)},
                         ensure_ascii=False))


if __name__ == '__main__':
    main()
