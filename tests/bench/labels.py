#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One label for each short text: the type of its main political event.

  labels.py FOUND.jsonl > answers.jsonl

FOUND is what `claimgraph extract -t json` wrote. The labels are those of CASE
2021, task 2, which follow ACLED. Our types say most of it; where they are
wider, the words of the event and of its instruments decide.
"""
import json
import re
import sys

# The first line that fits an event gives its label; (label, types, words).
# A type stands for its narrower ones too. Words are sought in the whole text.
RULES = [
    ('SUIC_BOMB', 'assault-suicide', ''),
    ('SUIC_BOMB', 'assault', r'suicide (bomb|attack|vest|car|blast)|blew '
     r'(him|her|them)sel'),
    ('CHEM_WEAP', 'assault', r'chemical|chlorine|sarin|mustard gas|nerve '
     r'agent|toxic gas'),
    ('SEX_VIOL', 'assault-sexual', ''),
    ('GRENADE', 'assault', r'grenade'),
    ('AIR_STRIKE', 'assault-aerial', ''),
    ('AIR_STRIKE', 'assault-drone', ''),
    ('AIR_STRIKE', 'assault', r'air ?strike|air raid|warplane|drone strike'),
    ('REM_EXPLOS', 'assault', r'\bIEDs?\b|land ?mine|roadside bomb|explosive '
     r'device|car bomb|remote|booby'),
    ('ART_MISS_ATTACK', 'assault-artillery', ''),
    ('ART_MISS_ATTACK', 'assault', r'shell(ed|ing)|mortar|rocket|artillery|'
     r'missile'),
    ('ABDUCT_DISSAP', 'assault-abduct', ''),
    ('ABDUCT_DISSAP', 'missing', ''),
    ('FORCE_AGAINST_PROTEST', 'protest', r'tear ?gas|baton|rubber bullet|'
     r'opened fire|fired (on|at|into)|beat|dispers|water cannon'),
    ('VIOL_DEMONSTR', 'protest-riot', ''),
    ('VIOL_DEMONSTR', 'protest', r'riot|hurl|stones?\b|torch|burn|vandal|'
     r'clash|set fire'),
    ('PROTEST_WITH_INTER', 'protest', r'police|arrest|detain|interven'),
    ('PEACE_PROTEST', 'protest', ''),
    ('MOB_VIOL', 'assault', r'\bmob\b|lynch'),
    ('GOV_REGAINS_TERIT', 'assault-capture', r'(army|military|government|'
     r'regime|state) .{0,60}(re)?(captur|tak|gain|liberat|control)'),
    ('NON_STATE_ACTOR_OVERTAKES_TER', 'assault-capture', ''),
    ('NON_STATE_ACTOR_OVERTAKES_TER', 'coerce-seize', r'town|village|city'),
    ('NON_VIOL_TERRIT_TRANSFER', 'retreat-withdraw', ''),
    ('HQ_ESTABLISHED', 'mobilize', r'\bbase\b|headquarters|outpost|camp\b'),
    ('CHANGE_TO_GROUP_ACT', 'mobilize', ''),
    ('CHANGE_TO_GROUP_ACT', 'cooperate-ally', ''),
    ('DISR_WEAP', 'coerce-seize', ''),
    ('DISR_WEAP', 'coerce-raid', ''),
    ('DISR_WEAP', 'retreat-disarm', ''),
    ('AGREEMENT', 'retreat-ceasefire', ''),
    ('AGREEMENT', 'agree', ''),
    ('PROPERTY_DISTRUCT', 'assault-arson', ''),
    ('PROPERTY_DISTRUCT', 'assault-destroy', ''),
    ('ORG_CRIME', 'assault-rob', ''),
    ('ORG_CRIME', 'crime', ''),
    ('ARMED_CLASH', 'assault-clash', ''),
    ('ARMED_CLASH', 'assault-fight', ''),
    ('ARMED_CLASH', 'assault-war', ''),
    ('ARMED_CLASH', 'assault', r'clash|firefight|exchange of fire|gun ?battle'
     r'|fierce'),
    ('ATTACK', 'assault', ''),
    ('ARREST', 'coerce-arrest', ''),
    ('ARREST', 'justice', ''),
    ('NATURAL_DISASTER', 'disaster', r'quake|flood|storm|cyclone|hurricane|'
     r'landslide|drought|tsunami|volcan|avalanche|rain|typhoon'),
    ('MAN_MADE_DISASTER', 'accident', ''),
    ('MAN_MADE_DISASTER', 'disaster', ''),
    ('DIPLO', 'consult', ''),
    ('DIPLO', 'support', ''),
    ('DIPLO', 'sanction', ''),
    ('ATTRIB', 'accuse', ''),
    ('CHANGE_TO_GROUP_ACT', 'politics', ''),
]


def has_type(doc, wanted):
    return any(e['type'] == wanted or e['type'].startswith(wanted + '-')
               for e in doc['events'] if 'type' in e)


def is_attribution(doc):
    return any(c['class'] == 'ResponsibilityClaim' for c in doc['claims'])


def label(doc):
    if is_attribution(doc):
        return 'ATTRIB'
    for name, wanted, words in RULES:
        if has_type(doc, wanted) and re.search(words, doc['text'], re.I):
            return name
    return 'OTHER'


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for line in open(sys.argv[1], encoding='utf-8'):
        doc = json.loads(line)
        print(json.dumps({'id': doc['id'], 'label': label(doc)}))


if __name__ == '__main__':
    main()
