#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turn what `claimgraph extract -t json` wrote into places for a scorer.

  places.py toponym FOUND.jsonl > answers.jsonl
      Every name of a place, and as these sets have it every place in the
      name of a body and every nationality. A place without a position has
      that of what is around it.
  places.py eventloc FOUND.jsonl GOLD.jsonl > answers.jsonl
      The names that say where the event of each gold row was: of places
      inside each other the innermost, as that set has it.
"""
import json
import sys

PLACES = ('Country', 'Region', 'Settlement', 'Facility', 'Place')
STEPS = 8  # From a place to what is around it.
CARRIED = 40  # Characters from a verb to the noun that it carries.


def around(entities, entity):
    """The entity and what it lies within, from the inside out."""
    seen = []
    while entity and entity not in seen and len(seen) < STEPS:
        seen.append(entity)
        entity = entities.get(entity.get('within') or entity.get('country'))
    return seen


def position(place):
    """That of the place, or of what is known around it."""
    for p in (place.get('place'), place.get('within')):
        if p and 'lat' in p:
            return {'lat': p['lat'], 'lon': p['long']}
    return {}


def toponym(doc):
    """The parts of "Washington, D.C." are two names there."""
    out = []
    for p in doc['places']:
        begin, end = p['span']
        for part in doc['text'][begin:end].split(', '):
            out.append(dict(start=begin, end=begin + len(part),
                            **position(p)))
            begin += len(part) + 2
    return {'toponyms': out}


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def name_in(doc, entity, words):
    """The name of the place within the words, or if these have none ("the
    capital, Northport", "the city") the nearest that there is. A label may
    have a noun behind the name ("Northport district")."""
    def is_it(p):
        known = p.get('place', {}).get('iri') == entity['iri']
        name = doc['text'][slice(*p['span'])]
        return known or name == entity['label'] or (
            entity['label'].startswith(name + ' ') and
            p['type'] == 'NAME' and overlap(p['span'], words))

    def away(name):
        return max(0, words[0] - name[0], name[1] - words[1])
    names = [p['span'] for p in doc['places'] if is_it(p)]
    return min(names, key=away, default=words)


def places_of(roles):
    return [r for r in roles if r['role'] in ('place', 'near')]


def told_at(doc, span):
    """What tells of an event there; a verb that only carries an event noun
    ("launched an attack", "a car bomb exploded") has the places of that
    noun."""
    said = [p for p in doc['propositions'] if overlap(p['trigger'], span)]
    after = [p for p in doc['propositions']
             if span[1] <= p['trigger'][0] < span[1] + CARRIED]
    before = [p for p in doc['propositions']
              if span[0] - CARRIED < p['trigger'][1] <= span[0]]
    first = min((p['trigger'][0] for p in after), default=None)
    last = max((p['trigger'][0] for p in before), default=None)
    return said or [p for p in after if p['trigger'][0] == first] or \
        [p for p in before if p['trigger'][0] == last]


def eventloc(doc, event):
    entities = {e['iri']: e for e in doc['entities']}
    span = (event['start'], event['end'])
    said = told_at(doc, span)
    roles = [r for p in said for r in places_of(p['roles'])]
    if not roles:
        events = {p['event'] for p in said}
        roles = [r for e in doc['events'] if e['iri'] in events
                 for r in places_of(e['roles'])]
    found = [(entities[r['entity']], r['words']) for r in roles
             if 'words' in r]
    found = [(e, words) for e, words in found if e['kind'] in PLACES and
             not e['iri'].startswith(doc['iri'] + '-')]
    out = set()
    for e, words in found:
        inner = any(o is not e and e in around(entities, o)[1:]
                    for o, _ in found)
        if not inner:
            out.add(tuple(name_in(doc, e, words)))
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
