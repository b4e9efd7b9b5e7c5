#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turn what `claimgraph extract -t json` wrote into a scorer's input.

  answers.py FORM FOUND.jsonl > answers.jsonl

FORM is one of polnear, nested, claims, ecbplus, meantime, plover, roles,
timex.

Offsets are code points on both sides and need no change.
"""
import json
import sys

ROLES = {'agent': 'AGENT', 'participant': 'AGENT', 'patient': 'PATIENT',
         'topic': 'PATIENT', 'beneficiary': 'PATIENT', 'place': 'PLACE',
         'near': 'PLACE', 'origin': 'PLACE', 'destination': 'PLACE',
         'instrument': 'OTHER'}

# Stances that are an act of their own in PLOVER.
STANCES = {'Accuses': 'ACCUSE', 'Condemns': 'ACCUSE', 'Threatens': 'THREATEN',
           'Demands': 'REQUEST', 'Promises': 'AGREE'}


def inside(span, others):
    return any(b <= span[0] and span[1] <= e for b, e in others)


def spoken(doc):
    """Claims by somebody, not those of the article's own voice."""
    return [c for c in doc['claims'] if c['class'] != 'NarratorClaim']


def attribution(claim):
    return {'source': [claim['source']] if 'source' in claim else [],
            'cue': [claim['cue']] if 'cue' in claim else [],
            'content': claim['content']}


def nested(doc):
    """All claims, those within another's content too."""
    return {'attributions': [attribution(c) for c in spoken(doc)
                             if c['content']]}


def anchor(claim):
    return claim.get('cue') or claim['content'][0]


def outermost(claims):
    """Those that stand in no other's content."""
    return [c for c in claims
            if not any(o is not c and inside(anchor(c), o['content']) and
                       not inside(anchor(o), c['content']) for o in claims)]


def polnear(doc):
    """Outermost claims only."""
    return {'attributions': [attribution(c) for c in outermost(
        [c for c in spoken(doc) if c['content']])]}


def claims(doc):
    """Who, by the best name that the article gives, and what. CED-1K has no
    claims of nobody, nor of a word or two, nor what the speaker says that
    others say; a spokesman is his body there."""
    label = {e['iri']: e['label'] for e in doc['entities']}
    for e in doc['entities']:
        if e['kind'] == 'UnnamedSource' and 'memberOf' in e:
            label[e['iri']] += ' ' + label[e['memberOf']]
    return {'claims': [{'agent': label[c['claimant']], 'spans': c['content']}
                       for c in outermost([
                           c for c in spoken(doc) if 'claimant' in c and
                           sum(len(doc['text'][b:e].split())
                               for b, e in c['content']) >= 4])]}


# ECB+ has people and their bodies, places, and everything else.
PARTS = {'Country': 'LOC', 'Region': 'LOC', 'Settlement': 'LOC',
         'Facility': 'LOC', 'Thing': 'NON_HUMAN_PART'}


def mention(kind, span, cluster):
    return {'type': kind, 'start': span[0], 'end': span[1],
            'cluster': cluster}


def ecbplus(doc):
    """Every entity and time, and every word that tells of something."""
    event = {tuple(m): e['iri'] for e in doc['events']
             for m in e['mentions'] + [e['trigger']]}
    out = [mention(PARTS.get(e['kind'], 'HUMAN_PART'), m, e['iri'])
           for e in doc['entities'] for m in e['mentions']]
    for t in doc['told']:
        own = '%s#%d' % (doc['iri'], t['span'][0])
        out.append(mention('ACTION', t['span'],
                           event.get(tuple(t['span']), own)))
    out += [mention('TIME', t['span'], t['value']) for t in doc['times']]
    return {'mentions': out}


def day(when):
    """The day of an event, if it is known as exactly as that."""
    exact = when.get('precision') == 'Day' and \
        when['from'] == when.get('to', when['from'])
    return when['from'] if exact else None


def args_of(roles):
    return [{'role': ROLES[r['role']], 'start': r['words'][0],
             'end': r['words'][1]}
            for r in roles if r['role'] in ROLES and 'words' in r]


def with_roles(doc):
    """Every proposition, and every cue, which MEANTIME counts as an event."""
    events = {}
    for p in doc['propositions']:
        b, e = p['trigger']
        event = {'start': b, 'end': e, 'args': args_of(p['roles'])}
        time = day(p)
        if time:
            event['time'] = time
        old = events.setdefault((b, e), event)
        if old is not event:
            old['args'] += event['args']
    for c in spoken(doc):
        if 'cue' not in c or any(inside(c['cue'], [s]) or inside(s, [c['cue']])
                                 for s in events):
            continue
        event = {'start': c['cue'][0], 'end': c['cue'][1], 'args': []}
        if 'source' in c:
            event['args'].append({'role': 'AGENT', 'start': c['source'][0],
                                  'end': c['source'][1]})
        events[tuple(c['cue'])] = event
    return events


def meantime(doc):
    """The same, and the other words that tell of an event, with what is known
    of that."""
    events = with_roles(doc)
    for event in doc['events']:
        args = args_of(roles_of(doc, event))
        for b, e in event['mentions']:
            events.setdefault((b, e), {'start': b, 'end': e, 'args': args})
    return {'events': [events[k] for k in sorted(events)]}


def names_of(doc, roles, wanted):
    """What fills one of the roles, in the order of the text: its label, its
    words there, and the first words for it: "A|it|a, the head"."""
    entity = {e['iri']: e for e in doc['entities']}
    out = []
    for r in sorted(roles, key=lambda r: r.get('words', [0])):
        if r['role'] not in wanted or 'entity' not in r:
            continue
        own = entity[r['entity']]
        spans = [r['words']] if 'words' in r else []
        names = [own['label']] + [doc['text'][b:e] for b, e in
                                  spans + own['mentions'][:1]]
        out.append('|'.join(dict.fromkeys(names)))
    return list(dict.fromkeys(out))


def roles_of(doc, event):
    """The roles that anybody gives the event."""
    out = list(event['roles'])
    for p in doc['propositions']:
        if p['event'] == event['iri']:
            out += p['roles']
    return out


# What an act becomes in PLOVER that is still to come, or that did not take
# place: an agreement or a threat, and a refusal.
COOPERATIVE = {'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT'}
TO_COME = {'Future', 'Threatened', 'Promised'}
TOGETHER = {'AGREE', 'CONSULT', 'COOPERATE', 'SUPPORT'}
HOSTILE = {'ASSAULT', 'COERCE', 'SANCTION'}


def code_of(doc, event):
    """The category of the event; None if it is only thought of."""
    props = [p for p in doc['propositions'] if p['event'] == event['iri']]
    denied = {x for c in doc['claims'] for x in c.get('denies', [])}
    code = event['plover']
    if props and all(p['iri'] in denied for p in props):
        return 'REJECT' if code in COOPERATIVE | {'AGREE'} else None
    stages = {p.get('status') for p in props}
    if stages == {'Hypothetical'}:
        return None
    if stages == {'Demanded'}:  # The demand is an act of its own.
        return None
    if stages == {'Attempted'}:
        return code if code in HOSTILE else None
    if stages and stages <= TO_COME:
        if not any(p['iri'] in c.get('asserts', []) for p in props
                   for c in doc['claims'] if c.get('stance') != 'Demands'):
            return None
        return 'AGREE' if code in COOPERATIVE else \
            'THREATEN' if code in HOSTILE else code
    return code


def of_topic(doc, roles):
    """Who plays a part in what the topic of an event speaks of."""
    out = []
    for r in roles:
        if r['role'] != 'topic' or 'words' not in r:
            continue
        for e in doc['events']:
            if any(inside(m, [r['words']]) or m[0] == r['words'][1] + 1
                   for m in e['mentions'] + [e['trigger']]):
                out += names_of(doc, roles_of(doc, e),
                                ('agent', 'patient', 'participant',
                                 'beneficiary'))
    return out


ACTORS = {'Person', 'PersonGroup', 'Organization', 'GovernmentBody',
          'ArmedGroup', 'MediaOrganization', 'Country', 'UnnamedSource'}
PLACES = {'Settlement', 'Region', 'Facility', 'Place'}


def of_kind(doc, roles, wanted, kinds):
    kind = {e['iri']: e['kind'] for e in doc['entities']}
    return names_of(doc, [r for r in roles if kind.get(r.get('entity')) in
                          kinds], wanted)


# Where what is moved is the mover's own, the target is whom it comes or goes
# to: "withdrew its troops from X".
OWN = ('retreat-withdraw', 'mobilize', 'mobilize-deploy', 'mobilize-alert')


def moves_to(doc, event, roles):
    return [] if event['type'] not in OWN else \
        of_kind(doc, roles, ('beneficiary', 'origin', 'destination'),
                ACTORS | PLACES)


def target_of(doc, roles, source, parties):
    """PLOVER's target is an actor; where none is hit by the event itself, it
    is who has to do with its topic, or the place."""
    hit = ('patient', 'beneficiary')
    other = ('destination', 'topic', 'origin')
    for found in (of_kind(doc, roles, hit, ACTORS), parties,
                  of_topic(doc, roles), of_kind(doc, roles, other, ACTORS),
                  of_kind(doc, roles, hit + other + ('place', 'near'),
                          ACTORS | PLACES),
                  names_of(doc, roles, hit), names_of(doc, roles, other)):
        found = [x for x in found if x not in source]
        if found:
            return found
    return []


def cause_of(doc, roles):
    """Who did what the event is part of: the blast that killed."""
    wholes = {r['event'] for r in roles if r['role'] == 'partOf'}
    return [x for e in doc['events'] if e['iri'] in wholes
            for x in names_of(doc, roles_of(doc, e), ('agent',))]


def plover_event(doc, event):
    roles = roles_of(doc, event)
    source = names_of(doc, roles, ('agent',))
    parties = names_of(doc, roles, ('participant',))
    if not source and parties:
        source, parties = parties[:1], parties[1:]
    source = source or cause_of(doc, roles) or \
        names_of(doc, roles, ('instrument',))
    code = code_of(doc, event)
    first = source
    if code in TOGETHER and not parties: # "A and B agreed": one with the other
        first, parties = source[:1], source[1:]
    target = moves_to(doc, event, roles) or \
        target_of(doc, roles, first, parties)
    return {'code': code, 'source': source, 'target': target}


def about(doc, claim):
    """Whom a claim is directed at: the hearer, who suffers or does what it
    speaks of, or its words."""
    label = {e['iri']: e['label'] for e in doc['entities']}
    event = {e['iri']: e for e in doc['events']}
    out = [label[claim['addressee']]] if 'addressee' in claim else []
    said = claim.get('asserts', []) + claim.get('considers', []) + \
        claim.get('denies', [])
    own = speaker(doc, claim)
    props = [p for p in doc['propositions'] if p['iri'] in said]
    roles = [r for p in props for r in p['roles']]
    moved = [x for p in props
             for x in moves_to(doc, event[p['event']], p['roles'])]
    doers = [x for x in of_kind(doc, roles, ('agent', 'participant'), ACTORS)
             if not set(x.split('|')) & set(own)]
    return out or moved or target_of(doc, roles, own, doers) or \
        [doc['text'][b:e] for b, e in claim['content'][:1]]


def speaker(doc, claim):
    label = {e['iri']: e['label'] for e in doc['entities']}
    out = [label[claim['claimant']]] if 'claimant' in claim else []
    if 'source' in claim:
        out.append(doc['text'][slice(*claim['source'])])
    return out


def plover(doc):
    """One event of a kind for each pair of parties. "X condemned Y" is a
    claim and an event, and the parties may stand on either. An event of one
    party alone is none for PLOVER."""
    found = [(e['mentions'], plover_event(doc, e))
             for e in doc['events'] if 'plover' in e]
    for c in spoken(doc):
        same = [e for mentions, e in found for m in mentions
                if 'cue' in c and m[0] < c['cue'][1] and c['cue'][0] < m[1]]
        if not same and c['stance'] in STANCES:
            same = [{'code': STANCES[c['stance']], 'source': [],
                     'target': []}]
            found.append(([], same[0]))
        for event in same:
            event['source'] = event['source'] or speaker(doc, c)
            event['target'] = event['target'] or about(doc, c)
    out = {}
    for _, event in found:
        row = (event['code'], '|'.join(dict.fromkeys(event['source'])),
               '|'.join(dict.fromkeys(event['target'])))
        if row[0] and row[1] and row[2]:
            out[row] = {'code': row[0], 'source_text': row[1],
                        'target_text': row[2]}
    return {'events': list(out.values())}


def timex(doc):
    return {'timexes': [{'start': t['span'][0], 'end': t['span'][1],
                         'type': t['type'], 'value': t['value']}
                        for t in doc['times']]}


def roles(doc):
    """Events with their roles, one at each word that tells of them."""
    return {'events': [{'trigger': {'start': e['start'], 'end': e['end']},
                        'args': e['args']}
                       for _, e in sorted(with_roles(doc).items())]}


FORMS = {'polnear': polnear, 'nested': nested, 'claims': claims,
         'ecbplus': ecbplus, 'meantime': meantime, 'plover': plover,
         'roles': roles, 'timex': timex}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in FORMS:
        sys.exit(__doc__)
    for line in open(sys.argv[2], encoding='utf-8'):
        doc = json.loads(line)
        print(json.dumps({'id': doc['id'], **FORMS[sys.argv[1]](doc)},
                         ensure_ascii=False))


if __name__ == '__main__':
    main()
