#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turn what `claimgraph extract -t json` wrote into places for a scorer.

  places.py toponym FOUND.jsonl > answers.jsonl
      Every name of a place. One without a position has that of the nearest
      place around it that has one.
  places.py eventloc FOUND.jsonl GOLD.jsonl > answers.jsonl
      The names that say where the event of each gold row was: of places
      inside each other the innermost, as that set has it.
"""
import json
import re
import sys

PLACES = ('Country', 'Region', 'Settlement', 'Facility', 'Place')
STEPS = 8  # From a place to what is around it.


def around(entities, entity):
    """The entity and what it lies within, from the inside out."""
    seen = []
    while entity and entity not in seen and len(seen) < STEPS:
        seen.append(entity)
        entity = entities.get(entity.get('within') or entity.get('country'))
    return seen


def position(entities, entity):
    for e in around(entities, entity):
        if 'lat' in e:
            return {'lat': e['lat'], 'lon': e['long']}
    return {}


def has_name(text):
    return bool(re.search(r'(^|\W)[^\W\d_]', text)) and \
        any(w[:1].isupper() for w in re.findall(r'\w+', text))


def toponym(doc):
    entities = {e['iri']: e for e in doc['entities']}
    out = {}
    for e in doc['entities']:
        spans = [] if e['kind'] not in PLACES else e['mentions']
        for b, end in spans + e.get('adjectives', []):
            if has_name(doc['text'][b:end]):
                out[b, end] = dict(start=b, end=end, **position(entities, e))
    return {'toponyms': [out[k] for k in sorted(out)]}


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def name_in(entity, words):
    """The shortest mention of the place within the words."""
    inside = [m for m in entity['mentions']
              if words[0] <= m[0] and m[1] <= words[1]]
    return min(inside, key=lambda m: m[1] - m[0], default=words)


def places_of(roles):
    return [r for r in roles if r['role'] in ('place', 'near')]


def eventloc(doc, event):
    entities = {e['iri']: e for e in doc['entities']}
    span = (event['start'], event['end'])
    said = [p for p in doc['propositions'] if overlap(p['trigger'], span)]
    roles = [r for p in said for r in places_of(p['roles'])]
    if not roles:
        events = {p['event'] for p in said}
        roles = [r for e in doc['events'] if e['iri'] in events
                 for r in places_of(e['roles'])]
    found = [(entities[r['entity']], r['words']) for r in roles
             if 'words' in r]
    out = set()
    for e, words in found:
        inner = any(o is not e and e in around(entities, o)[1:]
                    for o, _ in found)
        b, end = name_in(e, words)
        if not inner and e['kind'] in PLACES and has_name(doc['text'][b:end]):
            out.add((b, end))
    return {'locations': [{'start': b, 'end': e} for b, e in sorted(out)]}


def main():
    if sys.argv[1:2] == ['toponym'] and len(sys.argv) == 3:
        gold = {}
    elif sys.argv[1:2] == ['eventloc'] and len(sys.argv) == 4:
        gold = {o['id']: o['event']
                for o in map(json.loads, open(sys.argv[3], encoding='utf-8'))}
    else:
        sys.exit(__doc__)
    for line in open(sys.argv[2], encoding='utf-8'):
        doc = json.loads(line)
        found = eventloc(doc, gold[doc['id']]) if gold else toponym(doc)
        print(json.dumps({'id': doc['id'], **found}, ensure_ascii=False))


if __name__ == '__main__':
    main()
