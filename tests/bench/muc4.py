#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turn what `claimgraph extract -t json` wrote into MUC-4 templates.

  muc4.py FOUND.jsonl > answers.jsonl

A template is an incident: the bomb, the deaths, the damage and the claim of
responsibility in one. We have an event for each, so those are joined that
agree in time and place and share a party or lack one. Fighting between
armies is no incident for MUC-4, nor is what lies months back.
"""
import datetime
import json
import sys

# Incident types by ours. The deaths and the damage take the type of the
# incident that they are joined to, and are an ATTACK of their own otherwise.
TYPES = {'assault': 'ATTACK', 'assault-attack': 'ATTACK',
         'assault-shoot': 'ATTACK', 'assault-stab': 'ATTACK',
         'assault-kill': 'ATTACK', 'assault-massacre': 'ATTACK',
         'assault-beat': 'ATTACK', 'assault-torture': 'ATTACK',
         'assault-destroy': 'ATTACK', 'assault-violence': 'ATTACK',
         'assault-artillery': 'ATTACK', 'assault-bomb': 'BOMBING',
         'assault-explosion': 'BOMBING', 'assault-suicide': 'BOMBING',
         'assault-abduct': 'KIDNAPPING', 'assault-hijack': 'KIDNAPPING',
         'assault-arson': 'ARSON', 'assault-rob': 'ROBBERY'}
EFFECTS = {'assault-kill', 'assault-destroy', 'assault-violence', 'assault',
           'assault-attack', 'death', 'injury'}
# Types whose patient is somebody, or something, whatever we took it for.
HURT = {'assault-kill', 'assault-massacre', 'assault-stab', 'assault-beat',
        'assault-torture', 'assault-abduct', 'assault-hijack', 'death',
        'injury'}
WRECKED = {'assault-destroy', 'assault-arson'}
PEOPLE = {'Person', 'PersonGroup', 'UnnamedSource'}
GROUPS = {'ArmedGroup', 'Organization', 'GovernmentBody'}
PLACES = {'Country', 'Region', 'Settlement', 'Place'}
# What only fights: its losses are no incident.
ARMED = {'army', 'combatants', 'contras', 'enemy', 'fighters', 'force',
         'forces', 'guerrilla', 'guerrillas', 'insurgents', 'military',
         'militia', 'patrol', 'rebel', 'rebels', 'soldier', 'soldiers',
         'terrorist', 'terrorists', 'troops', 'unit', 'units'}
REBELS = {'commando', 'commandos', 'extremists', 'guerrilla', 'guerrillas',
          'insurgents', 'rebel', 'rebels', 'subversives', 'terrorist',
          'terrorists'}
# Who may be of the group that the article speaks of.
ATTACKERS = {'assailants', 'assassins', 'attackers', 'column', 'combatants',
             'fighters', 'forces', 'group', 'gunmen', 'kidnappers', 'members',
             'militiamen', 'sappers', 'unit', 'units'}
# Who is no victim for MUC-4, whoever kills them.
FIGHTERS = REBELS | {'combatants', 'enemy', 'extremist', 'forces',
                     'hijackers', 'kidnapper', 'kidnappers', 'soldier',
                     'soldiers', 'subversive', 'terrorist', 'traffickers',
                     'troops'}
# Words for whoever was hurt, which MUC-4 wants to be told apart or counted.
ANYBODY = {'citizens', 'civilians', 'people', 'persons'}
VAGUE = {'countless', 'dozens', 'hundreds', 'many', 'numerous', 'scores',
         'several', 'some', 'thousands', 'various'}
NO_VICTIMS = {'assassination', 'bodies', 'body', 'corpses', 'death', 'killing',
              'murder', 'number', 'population', 'signs', 'victim', 'victims'}
# Bodies of a state that are as good as named.
STATE_BODIES = {'army', 'government', 'military', 'police'}
# What is no target for MUC-4: parts of houses, roads, what armies fight with.
NO_TARGETS = {'avenue', 'bomb', 'bombs', 'convoy', 'door', 'doors',
              'entrance', 'helicopter', 'helicopters', 'highway', 'position',
              'positions', 'road', 'street', 'tank', 'tanks', 'wall', 'walls',
              'window', 'windows'}
# What is no weapon for it.
AMMUNITION = {'bullet', 'bullets', 'shot', 'shots'}
BODIES = {'ArmedGroup', 'Country', 'Facility', 'GovernmentBody',
          'MediaOrganization', 'Organization', 'Region', 'Settlement'}
NUMBER_WORDS = {'a', 'about', 'another', 'approximately', 'around', 'at',
                'dozen', 'dozens', 'eight', 'eleven', 'few', 'five', 'four',
                'hundred', 'hundreds', 'least', 'many', 'more', 'nine', 'of',
                'one', 'over', 'several', 'seven', 'six', 'some', 'ten',
                'than', 'thousands', 'three', 'twelve', 'two'}
STATE_FORCES = {'army', 'battalion', 'brigade', 'corps', 'force', 'forces',
                'guard', 'marines', 'military', 'navy', 'police', 'soldiers',
                'troops'}
ARMED_PEOPLE = {'commandos', 'elements', 'fighters', 'guerrillas',
                'men', 'members', 'militants', 'rebels', 'soldiers', 'troops',
                'units'}
ARMED_THINGS = {'armored', 'armoured', 'battalion', 'brigade', 'combatant',
                'detachment', 'fighter', 'garrison', 'subversive',
                'subversives'}
# Words for sorts of places, which MUC-4 keeps apart from the name.
SORTS = {'area', 'canton', 'department', 'district', 'farm', 'hamlet',
         'hill', 'jurisdiction', 'mountain', 'municipality', 'neighborhood',
         'neighbourhood', 'port', 'province', 'region', 'state', 'town',
         'township', 'village', 'zone'}
SUSPECTS = {'alleged', 'apparent', 'presumed', 'suspected'}
# Who accuses officially; an accusation of nobody's is a court's.
AUTHORITIES = {'GovernmentBody', 'UnnamedSource', 'Country', None}
WAR_DEAD = 1000  # So many die in wars, not in incidents.
SURE = ('victim', 'target')
HIT = ('patient', 'beneficiary')
DID = ('agent', 'participant')
MONTHS_BACK = 75  # Days before the article that an incident may lie.
HARM = {'death', 'injury', 'assault-destroy'}
BESIDE = 250      # The same, for who is hurt beside the target.
NEAR = 600        # Code points between parts of one incident.


class Incident:
    """An event with the roles that anybody gives it."""

    def __init__(self, doc, event):
        self.type = TYPES.get(event['type'], 'ATTACK')
        self.types = {event['type']}
        self.events = [event]
        self.begin = self.end = event['trigger'][0]
        self.iris = {event['iri']}
        self.by_iri = doc['by_iri']
        self.parts = {r['event'] for r in event['roles'] if 'event' in r}
        self.roles = []  # (role, entity, words)
        self.patient = 'victim' if event['type'] in HURT else \
            'target' if event['type'] in WRECKED else 'patient'
        self.dates = []
        self.days = []  # Those that are not the first of several.
        self.stages = set()
        self.asserted = not [p for p in doc['propositions']
                             if p['event'] == event['iri']]
        self.take(event)
        for p in doc['propositions']:
            if p['event'] != event['iri']:
                continue
            if p['iri'] not in doc['denied']:
                self.take(p)
                self.asserted = True

    def take(self, node):
        for r in node['roles']:
            if 'entity' in r:
                role = self.patient if r['role'] == 'patient' else r['role']
                self.roles.append((role, r['entity'],
                                   tuple(r.get('words', ()))))
        if len(node.get('from', '')) == 10:
            self.dates.append(node['from'])
            if node['from'] == node.get('to', node['from']):
                self.days.append(node['from'])
        if 'status' in node:
            self.stages.add(node['status'])

    def fillers(self, roles):
        return {e for r, e, _ in self.roles if r in roles}

    def heads(self, roles):
        """The last words of what fills the roles: "guards" of "two guards"."""
        return {self.by_iri[e]['label'].lower().split()[-1]
                for e in self.fillers(roles)}

    def places(self):
        return {x for e in self.fillers(('place', 'near'))
                for x in around(self.by_iri, e)[:1]}

    def is_elsewhere(self, other):
        """Both have a place, and none of one lies in one of the other."""
        def reach(incident):
            return [set(around(self.by_iri, e))
                    for e in incident.fillers(('place', 'near'))]
        a, b = self.places(), other.places()
        return bool(a and b and
                    not any(x & b for x in reach(self)) and
                    not any(x & a for x in reach(other)))

    def is_by_another(self, other):
        """Both have doers of one kind, and they are not the same."""
        for kinds in (PEOPLE, GROUPS):
            a, b = ({e for e in x.fillers(('agent',))
                     if self.by_iri[e]['kind'] in kinds}
                    for x in (self, other))
            if a and b and not a & b and \
                    not self.heads(('agent',)) & other.heads(('agent',)):
                return True
        return False

    def agrees(self, other):
        """May both be one incident?"""
        if self.iris & other.parts or other.iris & self.parts:
            return True
        if self.type != other.type and not (self.is_effect() or
                                            other.is_effect()):
            return False
        hit = ('patient', 'victim', 'target')
        a, b = self.fillers(hit), other.fillers(hit)
        same = bool(a & b or self.heads(hit) & other.heads(hit))
        if not same and not other.is_bare() and other.begin - self.end > NEAR:
            return False
        if self.is_elsewhere(other) or self.is_by_another(other):
            return False
        if self.dates and other.dates and \
                not set(self.dates) & set(other.dates):
            return False
        # Those hurt beside the target are hurt by the same deed.
        beside = other.types <= HARM and other.begin - self.end < BESIDE
        return not a or not b or same or beside or self.type != other.type

    def is_bare(self):
        """"The murder was claimed by": nothing tells which one is meant."""
        return not self.dates and not self.fillers(
            SURE + HIT + ('place', 'near', 'instrument'))

    def is_effect(self):
        return self.types <= EFFECTS

    def join(self, other):
        if self.is_effect() and not other.is_effect():
            self.type = other.type
        self.types |= other.types
        self.events += other.events
        self.end = max(self.end, other.end)
        self.iris |= other.iris
        self.parts |= other.parts
        self.roles += other.roles
        self.dates += other.dates
        self.days += other.days
        self.stages |= other.stages
        self.asserted |= other.asserted


def around(by_iri, iri):
    """A place and those that it lies in, inside out."""
    out = []
    while iri in by_iri and iri not in out and len(out) < 6:
        out.append(iri)
        iri = by_iri[iri].get('within') or by_iri[iri].get('country')
    return out


def prepare(doc):
    doc['by_iri'] = {e['iri']: e for e in doc['entities']}
    said = [x for c in doc['claims']
            for x in c.get('asserts', []) + c.get('considers', [])]
    doc['denied'] = {x for c in doc['claims'] for x in c.get('denies', [])}
    doc['denied'] -= set(said)


def names_of(doc, iri):
    """A body's label, and the other names that the article has for it."""
    e = doc['by_iri'][iri]
    said = [doc['text'][a:b] for a, b in e['mentions']] \
        if e['kind'] in GROUPS else []
    return [e['label']] + [name for name in said if name[:1].isupper() and
                           not name.startswith('The ')]


def strings(doc, iri, words):
    """Names of one filler: its own, and the words where it stands."""
    out = names_of(doc, iri)
    if words:
        out.append(doc['text'][words[0]:words[1]])
    return list(dict.fromkeys(out))


def is_number(name):
    """"more than 50", which MUC-4 takes for no filler."""
    return all(w.isdigit() or w in NUMBER_WORDS
               for w in name.lower().replace(',', '').split())


def pick(doc, given, roles, kinds):
    out = {}
    for role, iri, words in given:
        if role in roles and (role in SURE or
                              doc['by_iri'][iri]['kind'] in kinds):
            names = out.setdefault(iri, [])
            names += [s for s in strings(doc, iri, words) if s not in names]
    return [names for names in out.values()
            if not all(is_number(name) for name in names)]


def place_name(label):
    """MUC-4 writes "LA PENA (CANTON)" for "La Pena Canton"."""
    words = label.split()
    while len(words) > 1 and words[-1].lower() in SORTS:
        words.pop()
    return ' '.join(words)


def outward(doc, iri):
    """Names of a place and of those around it, up to its country."""
    out = []
    for iri in around(doc['by_iri'], iri):
        e = doc['by_iri'][iri]
        name = place_name(e['label'])
        if e['kind'] in PLACES and name[:1].isupper() and name not in out:
            out.append(name)
    return out


def country_of(doc, iri):
    """The country around a place, or none."""
    for x in around(doc['by_iri'], iri):
        if doc['by_iri'][x]['kind'] == 'Country':
            return x
    return None


def main_country(doc):
    """The country that most of the article's mentions are of or in."""
    weight = {}
    for e in doc['entities']:
        country = country_of(doc, e['iri'])
        if country:
            weight[country] = weight.get(country, 0) + len(e['mentions'])
    return max(sorted(weight), key=weight.get) if weight else None


def location(doc, incident):
    """Where it was; at least the country that the article is about, since
    MUC-4 always asks for one, and for one only."""
    spots = [iri for role, iri, _ in incident.roles
             if role in ('place', 'near')]
    countries = [c for c in (country_of(doc, iri) for iri in spots) if c]
    country = max(sorted(set(countries)), key=countries.count) \
        if countries else main_country(doc)
    out = []
    for iri in spots:
        if country_of(doc, iri) in (country, None):
            out += [x for x in outward(doc, iri) if x not in out]
    if country and doc['by_iri'][country]['label'] not in out:
        out.append(doc['by_iri'][country]['label'])
    return out


def is_alleged(doc, incident):
    """"alleged Red Front members": told of as suspects."""
    said = [doc['text'][words[0]:words[1]].lower().split()
            for role, _, words in incident.roles if role in DID and words]
    return any(set(words) & SUSPECTS for words in said)


def confidence(doc, incident):
    """Who says that the group did it, in MUC-4's words."""
    props = {p['iri'] for p in doc['propositions']
             if p['event'] in incident.iris and
             any(r['role'] == 'agent' for r in p['roles'])}
    suspected, official, accused = 'SUSPECTED OR ACCUSED', ' BY AUTHORITIES', ''
    best = suspected if is_alleged(doc, incident) else None
    for c in doc['claims']:
        told = c['class'] == 'NarratorClaim'
        guess = c['certainty'] in ('Possible', 'Probable')
        if props & set(c.get('denies', [])):
            best = best or suspected
        if props & set(c.get('considers', [])):
            best = best or (suspected if guess else
                            'REPORTED AS FACT' if told else 'POSSIBLE')
        if not props & set(c.get('asserts', [])):
            continue
        if c['class'] == 'ResponsibilityClaim':
            return 'CLAIMED OR ADMITTED'
        if c['stance'] == 'Accuses':
            by = doc['by_iri'].get(c.get('claimant'), {}).get('kind')
            accused = suspected + (official if by in AUTHORITIES else '')
        else:
            best = best or (suspected if guess else 'REPORTED AS FACT')
    return accused or best


def is_recent(doc, incident):
    if not incident.dates or 'date' not in doc:
        return True
    first = datetime.date.fromisoformat(max(incident.dates))
    return (datetime.date.fromisoformat(doc['date']) - first).days \
        <= MONTHS_BACK


def organisations(doc, incident):
    """Groups that did it, and those that the doers belong to."""
    out = pick(doc, incident.roles, DID, GROUPS)
    for iri in incident.fillers(DID):
        body = doc['by_iri'].get(doc['by_iri'][iri].get('memberOf'))
        if body and body['kind'] in GROUPS and \
                not any(body['label'] in names for names in out):
            out.append(names_of(doc, body['iri']))
    # "Army troops" are of the army.
    for names in list(out):
        words = names[0].split()
        if words[-1].lower() in ARMED_PEOPLE and len(words) > 1 and \
                words[-2].lower() in STATE_FORCES:
            out.append([' '.join(words[:-1])])
    out = [names for names in out if not names[0].lower().startswith('no ')]
    if not any(is_named_body(names[0]) for names in out) and \
            incident.heads(('agent',)) & (REBELS | ATTACKERS):
        out += [[name] for name in rebel_groups(doc)][:1]
    return out


def are_people(name):
    """"Army troops" are people for MUC-4; "the army" is a body."""
    return name.lower().split()[-1] in ARMED_PEOPLE


def is_named_body(name):
    """MUC-4 wants names: "a rebel group" is none."""
    return name[:1].isupper() or name.lower().split()[-1] in STATE_BODIES


def doers(doc, incident):
    """Who did it, as people and as organisations: "Red Front rebels" are both,
    and a group without a name counts as people."""
    people, bodies = pick(doc, incident.roles, DID, PEOPLE), []
    groups = [names[0] for names in
              pick(doc, incident.roles, DID, {'ArmedGroup'})]
    for names in organisations(doc, incident):
        named = [name for name in names if not are_people(name)]
        if named and is_named_body(named[0]):
            bodies.append(named)
            names = [name for name in names if are_people(name)]
        elif not are_people(names[0]) and names[0] not in groups:
            continue
        if names:
            people.append(names)
    return people, bodies


def rebel_groups(doc):
    """The name of the armed group that the article speaks of most, if it is no
    army and no other comes near; else nothing."""
    found = {}
    for e in doc['entities']:
        if e['kind'] == 'ArmedGroup' and e['label'][:1].isupper() and \
                not set(e['label'].lower().split()) & STATE_FORCES:
            found[e['label']] = found.get(e['label'], 0) + len(e['mentions'])
    first = sorted(found, key=lambda name: (-found[name], name))
    if len(first) > 1 and found[first[0]] < 2 * found[first[1]]:
        return []
    return first[:1]


def without(found, heads):
    """The fillers whose first name does not end with one of the words."""
    return [names for names in found
            if names[0].lower().split()[-1] not in heads]


def is_anybody(entity):
    return entity.get('count', -1) < 0 and \
        entity['label'].lower().split()[-1] in ANYBODY


def victims(doc, incident):
    """Who was hurt; a body is none, even where people alone can be hurt."""
    people = [r for r in incident.roles
              if doc['by_iri'][r[1]]['kind'] not in BODIES and
              not is_anybody(doc['by_iri'][r[1]])]
    return without(pick(doc, people, ('victim',) + HIT, PEOPLE),
                   FIGHTERS | NO_VICTIMS)


def template(doc, incident):
    things = {'Facility', 'Thing', 'Organization', 'GovernmentBody',
              'MediaOrganization'}
    people, bodies = doers(doc, incident)
    out = {'type': incident.type,
           'perp_ind': people,
           'perp_org': bodies,
           'victim': victims(doc, incident),
           'target': without(pick(doc, incident.roles, ('target',) + HIT,
                                  things), NO_TARGETS),
           'weapon': without(pick(doc, incident.roles, ('instrument',),
                                  {'Thing'}), AMMUNITION),
           'location': location(doc, incident),
           'stage': 'ACCOMPLISHED'}
    if incident.type == 'BOMBING' and not out['target']:
        out['target'] = pick(doc, incident.roles, ('place', 'near'),
                             {'Facility', 'Thing', 'Organization'})
    if incident.days:
        out['date'] = max(sorted(incident.days), key=incident.days.count)
    elif 'date' in doc:
        out['date'] = doc['date']  # MUC-4: not after the report.
    if incident.stages and incident.stages <= \
            {'Future', 'Threatened', 'Promised', 'Demanded', 'Hypothetical'}:
        out['stage'] = 'THREATENED'
    elif incident.stages == {'Attempted'}:
        out['stage'] = 'ATTEMPTED'
    conf = confidence(doc, incident) if out['perp_org'] else None
    if conf:
        out['perp_conf'] = conf
    return out


def is_definite(entity):
    """One that is named, counted or single: not "people" or "thousands of
    citizens"."""
    if set(entity['label'].lower().split()[:2]) & VAGUE:
        return False
    return entity['label'][:1].isupper() or entity.get('count', -1) > 0 or \
        entity['kind'] in ('Person', 'Facility', 'Thing')


def is_armed(entity):
    words = set(entity['label'].lower().replace('-', ' ').split())
    return bool(words & (ARMED | ARMED_THINGS))


def is_incident(doc, found, incident):
    """MUC-4 wants single happenings that hit somebody or something, told with
    a victim, a day or a place of their own, and no fighting among the armed."""
    if not any(found[r] for r in ('perp_ind', 'perp_org', 'victim', 'target',
                                  'weapon')):
        return False
    if found['type'] == 'ATTACK' and not found['victim'] + found['target']:
        return False
    hit = incident.fillers(SURE + ('patient', 'beneficiary'))
    if hit and all(is_armed(doc['by_iri'][e]) for e in hit):
        return False
    if any(doc['by_iri'][e].get('count', 0) >= WAR_DEAD for e in hit):
        return False
    return bool(incident.dates or incident.places() or
                any(is_definite(doc['by_iri'][e]) for e in hit))


def incidents(doc):
    """Pairs of a template and the incident that it is made of."""
    found = []
    events = [e for e in doc['events'] if e.get('type') in TYPES or
              e.get('type') in EFFECTS]
    for event in sorted(events, key=lambda e: e['trigger']):
        new = Incident(doc, event)
        if not new.asserted:
            continue
        for old in reversed(found):
            if old.agrees(new):
                old.join(new)
                break
        else:
            found.append(new)
    made = [(template(doc, i), i) for i in found
            if i.types & set(TYPES) and is_recent(doc, i)]
    return [(t, i) for t, i in made
            if t['stage'] == 'ACCOMPLISHED' and is_incident(doc, t, i)]


def share_doer(found):
    """The one body that an article tells of did the sabotage, too, that it
    gives no doer of."""
    bodies = [t for t in found if t['perp_org']]
    names = {name for t in bodies for body in t['perp_org'] for name in body}
    if not bodies or not all(set(body) & set(bodies[0]['perp_org'][0])
                             for t in bodies for body in t['perp_org']):
        return
    for t in found:
        if not t['perp_org'] and not t['perp_ind'] and not t['victim']:
            t['perp_org'] = bodies[0]['perp_org'][:1]
            if 'perp_conf' in bodies[0]:
                t['perp_conf'] = bodies[0]['perp_conf']


def templates(doc):
    prepare(doc)
    found = [t for t, _ in incidents(doc)]
    share_doer(found)
    return found


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for line in open(sys.argv[1], encoding='utf-8'):
        doc = json.loads(line)
        print(json.dumps({'id': doc['id'], 'events': templates(doc)},
                         ensure_ascii=False))


if __name__ == '__main__':
    main()
