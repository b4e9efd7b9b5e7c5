#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tests of the converters, on an invented article: python3 test_bench.py"""
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import answers  # noqa: E402
import facts  # noqa: E402
import fivew  # noqa: E402
import labels  # noqa: E402
import muc4  # noqa: E402
import places  # noqa: E402
import table  # noqa: E402

TEXT = ('A bomb wrecked the depot in Northport on Friday and killed two '
        'guards. The Red Front said it had placed the bomb, Ada Lind said.')


def span(words):
    begin = TEXT.index(words)
    return [begin, begin + len(words)]


def role(name, entity, words):
    return {'role': name, 'entity': entity, 'words': span(words),
            'rule': 'r', 'confidence': 0.8}


def article():
    """What the command would write; new at each call, since muc4 adds keys."""
    def entity(iri, label, kind, **more):
        return dict(iri=iri, label=label, kind=kind, known=False,
                    mentions=[], **more)
    return {
        'id': 'x', 'iri': 'a', 'date': '2024-05-04', 'text': TEXT,
        'entities': [
            entity('town', 'Northport', 'Settlement', within='land'),
            entity('land', 'Norland', 'Country'),
            entity('depot', 'depot', 'Facility'),
            entity('guards', 'two guards', 'PersonGroup'),
            entity('front', 'Red Front', 'ArmedGroup'),
            entity('ada', 'Ada Lind', 'Person'),
        ],
        'events': [
            {'iri': 'e1', 'type': 'assault-bomb', 'plover': 'ASSAULT',
             'label': 'bombing', 'trigger': span('bomb'),
             'mentions': [span('bomb')], 'from': '2024-05-03',
             'roles': [role('patient', 'depot', 'the depot'),
                       role('place', 'town', 'Northport')]},
            {'iri': 'e2', 'type': 'assault-kill', 'plover': 'ASSAULT',
             'label': 'killing', 'trigger': span('killed'),
             'mentions': [span('killed')],
             'roles': [role('patient', 'guards', 'two guards'),
                       {'role': 'partOf', 'event': 'e1', 'rule': 'r',
                        'confidence': 0.8}]},
            {'iri': 'e3', 'type': 'action', 'label': 'place',
             'trigger': span('placed'), 'mentions': [], 'roles': []},
        ],
        'propositions': [
            {'iri': 'p1', 'event': 'e1', 'trigger': span('bomb'),
             'roles': [role('patient', 'depot', 'the depot')],
             'status': 'Past', 'certainty': 'Certain', 'rule': 'r',
             'confidence': 0.9, 'from': '2024-05-03', 'precision': 'Day'},
            {'iri': 'p2', 'event': 'e2', 'trigger': span('killed'),
             'roles': [role('patient', 'guards', 'two guards')],
             'status': 'Past', 'certainty': 'Certain', 'rule': 'r',
             'confidence': 0.9},
            {'iri': 'p3', 'event': 'e1', 'trigger': span('placed'),
             'roles': [role('agent', 'front', 'The Red Front')],
             'status': 'Past', 'certainty': 'Certain', 'rule': 'r',
             'confidence': 0.9},
        ],
        'claims': [
            {'iri': 'c0', 'class': 'NarratorClaim', 'content': [[0, 70]],
             'certainty': 'Certain', 'stance': 'Reports',
             'asserts': ['p1', 'p2'], 'rule': 'r', 'confidence': 0.9},
            {'iri': 'c1', 'class': 'ReportedClaim', 'claimant': 'ada',
             'source': span('Ada Lind'),
             'cue': [len(TEXT) - 5, len(TEXT) - 1],
             'content': [span('The Red Front said it had placed the bomb')],
             'certainty': 'Certain', 'stance': 'Reports',
             'asserts': ['c2'], 'rule': 'r', 'confidence': 0.9},
            {'iri': 'c2', 'class': 'ResponsibilityClaim', 'claimant': 'front',
             'source': span('The Red Front'), 'cue': span('said'),
             'content': [span('it had placed the bomb')], 'via': 'c1',
             'certainty': 'Certain', 'stance': 'AdmitsOwnRole',
             'asserts': ['p3'], 'rule': 'r', 'confidence': 0.9},
        ],
        'times': [{'span': span('Friday'), 'type': 'DATE',
                   'value': '2024-05-03'}],
        'told': [{'span': span('wrecked'), 'status': 'Past',
                  'certainty': 'Certain'},
                 {'span': span('placed'), 'status': 'Past',
                  'certainty': 'Certain', 'negated': True}],
    }


class Answers(unittest.TestCase):
    def test_polnear_has_outermost_claims_only(self):
        found = answers.polnear(article())['attributions']
        self.assertEqual([a['source'] for a in found], [[span('Ada Lind')]])

    def test_nested_has_claims_within_claims(self):
        found = answers.nested(article())['attributions']
        self.assertEqual([a['source'] for a in found],
                         [[span('Ada Lind')], [span('The Red Front')]])

    def test_claims_have_the_name_of_who_claims(self):
        doc = article()
        found = answers.claims(doc)['claims']
        self.assertEqual([c['agent'] for c in found], ['Ada Lind'])
        doc['claims'] = [c for c in doc['claims'] if c['iri'] == 'c2']
        found = answers.claims(doc)['claims']
        self.assertEqual([c['agent'] for c in found], ['Red Front'])
        self.assertEqual(found[0]['spans'], [span('it had placed the bomb')])

    def test_mentions_of_one_entity_are_one_cluster(self):
        doc = article()
        doc['entities'][4]['mentions'] = [span('The Red Front'), span('it')]
        found = answers.ecbplus(doc)['mentions']
        self.assertEqual([(m['type'], m['cluster']) for m in found
                          if m['type'] not in ('ACTION', 'TIME')],
                         [('HUMAN_PART', 'front')] * 2)

    def test_meantime_has_triggers_and_cues(self):
        found = answers.meantime(article())['events']
        starts = [e['start'] for e in found]
        self.assertEqual(starts, sorted(starts))
        self.assertIn(span('said')[0], starts)
        bomb = found[0]
        self.assertEqual(bomb['time'], '2024-05-03')
        self.assertEqual(bomb['args'][0]['role'], 'PATIENT')

    def test_rebels_and_anybody_are_no_victims(self):
        for label in ('two rebels', 'people'):
            doc = article()
            doc['entities'][3]['label'] = label
            doc['events'][1]['roles'][0]['words'] = span('The')
            doc['propositions'][1]['roles'][0]['words'] = span('The')
            self.assertEqual(muc4.templates(doc)[0]['victim'], [])

    def test_bodies_are_no_victims(self):
        doc = article()
        doc['entities'][3].update(label='Guard', kind='Organization')
        self.assertEqual(muc4.templates(doc)[0]['victim'], [])

    def test_windows_are_no_targets(self):
        doc = article()
        doc['entities'][2]['label'] = 'broken windows'
        self.assertEqual(muc4.templates(doc)[0]['target'], [])

    def test_rebels_of_a_front_are_people_of_a_body(self):
        doc = article()
        doc['entities'][4]['label'] = 'Red Front'
        doc['propositions'][2]['roles'][0]['words'] = span('guards')
        muc4.ARMED_PEOPLE.add('guards')
        one = muc4.templates(doc)[0]
        muc4.ARMED_PEOPLE.remove('guards')
        self.assertEqual(one['perp_org'], [['Red Front']])
        self.assertEqual(one['perp_ind'], [['guards']])

    def test_a_group_without_a_name_is_no_organisation(self):
        doc = article()
        doc['entities'][4]['label'] = 'rebel group'
        self.assertEqual(muc4.templates(doc)[0]['perp_org'], [])
        self.assertEqual(muc4.templates(doc)[0]['perp_ind'],
                         [['rebel group', 'The Red Front']])
        doc['entities'][4]['label'] = 'army'
        self.assertEqual(muc4.templates(doc)[0]['perp_org'],
                         [['army', 'The Red Front']])

    def test_a_number_alone_is_no_victim(self):
        doc = article()
        doc['entities'][3]['label'] = 'more than 50'
        for node in (doc['events'][1], doc['propositions'][1]):
            del node['roles'][0]['words']
        self.assertEqual(muc4.templates(doc)[0]['victim'], [])

    def test_a_month_is_no_day(self):
        when = {'from': '2024-05-01', 'to': '2024-05-31', 'precision': 'Month'}
        self.assertIsNone(answers.day(when))

    def test_plover_pools_what_is_said_and_asks_for_two_parties(self):
        found = answers.plover(article())['events']
        self.assertEqual(len(found), 2)
        self.assertIn('Red Front', found[0]['source_text'])
        self.assertIn('the depot', found[0]['target_text'])

    def test_plover_gives_a_death_to_who_caused_it(self):
        found = answers.plover(article())['events'][1]
        self.assertIn('Red Front', found['source_text'])
        self.assertIn('two guards', found['target_text'])

    def test_plover_has_parties_in_the_order_of_the_text(self):
        roles = [role('participant', 'ada', 'Ada Lind'),
                 role('participant', 'front', 'The Red Front')]
        event = {'iri': 'e9', 'type': 'consult-meet', 'plover': 'CONSULT',
                 'roles': roles}
        found = answers.plover_event(article(), event)
        self.assertEqual(found['source'], ['Red Front|The Red Front'])
        self.assertEqual(found['target'], ['Ada Lind'])

    def test_plover_has_one_agent_agree_with_the_other(self):
        roles = [role('agent', 'front', 'The Red Front'),
                 role('agent', 'ada', 'Ada Lind')]
        event = {'iri': 'e9', 'type': 'agree', 'plover': 'AGREE',
                 'roles': roles}
        found = answers.plover_event(article(), event)
        self.assertEqual(found['target'], ['Ada Lind'])

    def test_plover_moves_own_troops_to_a_place(self):
        roles = [role('agent', 'front', 'The Red Front'),
                 role('patient', 'guards', 'two guards'),
                 role('destination', 'town', 'Northport')]
        event = {'iri': 'e9', 'type': 'mobilize-deploy', 'plover': 'MOBILIZE',
                 'roles': roles}
        found = answers.plover_event(article(), event)
        self.assertEqual(found['target'], ['Northport'])

    def test_plover_knows_a_pronoun_by_its_first_words(self):
        doc = article()
        doc['entities'][4]['mentions'] = [span('The Red Front'), span('it')]
        found = answers.names_of(doc, [role('agent', 'front', 'it')],
                                 ('agent',))
        self.assertEqual(found, ['Red Front|it|The Red Front'])

    def test_plover_leaves_out_what_is_only_meant(self):
        doc = article()
        doc['propositions'][2]['event'] = 'e9'
        doc['propositions'][0]['status'] = 'Future'
        for how, stance in ('considers', 'Reports'), ('asserts', 'Demands'):
            doc['claims'] = [{'class': 'ReportedClaim', 'stance': stance,
                              how: ['p1']}]
            self.assertIsNone(
                answers.code_of(doc, {'iri': 'e1', 'plover': 'AID'}))

    def test_plover_takes_what_is_to_come_for_agreement_or_threat(self):
        doc = article()
        doc['claims'] = [{'class': 'NarratorClaim', 'stance': 'Reports',
                          'asserts': ['p1']}]
        event = {'iri': 'e1', 'plover': 'AID'}
        doc['propositions'][2]['event'] = 'e9'
        doc['propositions'][0]['status'] = 'Future'
        self.assertEqual(answers.code_of(doc, event), 'AGREE')
        event['plover'] = 'ASSAULT'
        self.assertEqual(answers.code_of(doc, event), 'THREATEN')
        doc['propositions'][0]['status'] = 'Attempted'
        self.assertEqual(answers.code_of(doc, event), 'ASSAULT')
        event['plover'] = 'AID'
        self.assertIsNone(answers.code_of(doc, event))
        for status in ('Hypothetical', 'Demanded'):
            doc['propositions'][0]['status'] = status
            self.assertIsNone(answers.code_of(doc, event))

    def test_plover_takes_what_is_not_done_for_refusal(self):
        doc = article()
        doc['claims'] = [{'class': 'NarratorClaim', 'denies': ['p1', 'p3']}]
        self.assertEqual(
            answers.code_of(doc, {'iri': 'e1', 'plover': 'AID'}), 'REJECT')
        self.assertIsNone(
            answers.code_of(doc, {'iri': 'e1', 'plover': 'ASSAULT'}))

    def test_timex(self):
        found = answers.timex(article())['timexes']
        self.assertEqual(found, [{'start': span('Friday')[0],
                                  'end': span('Friday')[1], 'type': 'DATE',
                                  'value': '2024-05-03'}])


class Places(unittest.TestCase):
    def test_a_name_without_a_position_has_that_around_it(self):
        at = {'iri': 'i', 'label': 'l', 'lat': 5.0, 'long': 6.0}
        doc = {'text': 'Ab Cd E', 'places': [
            {'span': [0, 2], 'type': 'NAME', 'place': at},
            {'span': [3, 5], 'type': 'NAME', 'within': at},
            {'span': [6, 7], 'type': 'NAME', 'place': {'iri': 'k'}}]}
        self.assertEqual(places.toponym(doc)['toponyms'],
                         [{'start': 0, 'end': 2, 'lat': 5.0, 'lon': 6.0},
                          {'start': 3, 'end': 5, 'lat': 5.0, 'lon': 6.0},
                          {'start': 6, 'end': 7}])

    def test_town_and_state_are_two_names(self):
        at = {'iri': 'i', 'label': 'l', 'lat': 5.0, 'long': 6.0}
        doc = {'text': 'in Elmton, Ohio', 'places': [
            {'span': [3, 15], 'type': 'NAME', 'place': at}]}
        self.assertEqual(places.toponym(doc)['toponyms'],
                         [{'start': 3, 'end': 9, 'lat': 5.0, 'lon': 6.0},
                          {'start': 11, 'end': 15, 'lat': 5.0, 'lon': 6.0}])

    def test_places_around_each_other_need_not_end(self):
        town = {'iri': 't', 'within': 't'}
        self.assertEqual(len(places.around({'t': town}, town)), 1)

    def test_the_innermost_place_is_where_it_was(self):
        doc = article()
        doc['propositions'][0]['roles'] = [
            role('place', 'land', 'Ada Lind'),
            role('place', 'town', 'Northport')]
        doc['places'] = [{'span': span('Northport'), 'type': 'NAME',
                          'place': {'iri': 'town'}}]
        b, e = span('bomb')
        found = places.eventloc(doc, {'start': b, 'end': e})
        b, e = span('Northport')
        self.assertEqual(found, {'locations': [{'start': b, 'end': e}]})

    def test_a_place_of_another_event_does_not_count(self):
        b, e = span('killed')
        self.assertEqual(places.eventloc(article(), {'start': b, 'end': e}),
                         {'locations': []})


class Roles(unittest.TestCase):
    def test_roles_have_triggers_with_spans(self):
        found = answers.roles(article())['events'][0]
        self.assertEqual(found['trigger'], dict(zip(('start', 'end'),
                                                    span('bomb'))))
        self.assertEqual(found['args'][0]['role'], 'PATIENT')

    def test_ecbplus_joins_words_of_one_event(self):
        doc = article()
        doc['told'].append({'span': span('bomb')})
        found = answers.ecbplus(doc)['mentions']
        actions = {m['start']: m['cluster'] for m in found
                   if m['type'] == 'ACTION'}
        self.assertEqual(actions[span('bomb')[0]], 'e1')
        self.assertNotEqual(actions[span('wrecked')[0]], 'e1')
        self.assertIn('TIME', [m['type'] for m in found])


class Facts(unittest.TestCase):
    def test_what_is_negated_is_below_nothing(self):
        found = {j['start']: j['value']
                 for j in facts.words(article())['judgments']}
        self.assertGreater(found[span('wrecked')[0]], 2)
        self.assertLess(found[span('placed')[0]], -1)

    def test_a_clause_is_found_behind_its_verb(self):
        doc = article()
        row = {'context': '', 'verb': 'say', 'target': TEXT,
               'hypothesis': 'the Red Front had placed the bomb'}
        doc['told'].insert(1, {'span': span('said')})
        self.assertLess(facts.clause(doc, row)['value'], -1)


class MainEvent(unittest.TestCase):
    def test_who_when_and_where(self):
        found = fivew.answer(article())
        self.assertEqual(found['who'][0]['text'], 'Red Front')
        self.assertEqual(found['where'][0]['text'], 'Northport')
        self.assertEqual(found['when'][0]['parsed'], '2024-05-03')
        self.assertTrue(found['what'][0]['text'].startswith('bomb wrecked'))


class Labels(unittest.TestCase):
    def test_a_claim_of_responsibility_goes_first(self):
        doc = article()
        self.assertEqual(labels.label(doc), 'ATTRIB')
        doc['claims'] = []
        self.assertEqual(labels.label(doc), 'ATTACK')
        doc['events'] = []
        self.assertEqual(labels.label(doc), 'OTHER')


class Muc4(unittest.TestCase):
    def test_a_bomb_and_its_dead_are_one_incident(self):
        found = muc4.templates(article())
        self.assertEqual(len(found), 1)
        one = found[0]
        self.assertEqual(one['type'], 'BOMBING')
        self.assertEqual(one['perp_org'], [['Red Front', 'The Red Front']])
        self.assertEqual(one['victim'], [['two guards']])
        self.assertEqual(one['target'], [['depot', 'the depot']])
        self.assertEqual(one['location'], ['Northport', 'Norland'])
        self.assertEqual(one['date'], '2024-05-03')
        self.assertEqual(one['perp_conf'], 'CLAIMED OR ADMITTED')

    def test_a_place_is_named_without_its_sort(self):
        doc = article()
        doc['entities'].append({'iri': 'farm', 'label': 'Las Lomas Canton',
                                'kind': 'Place', 'mentions': []})
        doc['events'][0]['roles'].append(role('place', 'farm', 'Northport'))
        self.assertEqual(muc4.templates(doc)[0]['location'],
                         ['Northport', 'Norland', 'Las Lomas'])

    def test_a_place_without_a_name_is_none(self):
        doc = article()
        doc['entities'][0].update(label='suburb', within='land')
        self.assertEqual(muc4.templates(doc)[0]['location'], ['Norland'])

    def test_an_incident_is_in_one_country(self):
        doc = article()
        doc['entities'].append({'iri': 'far', 'label': 'Farland',
                                'kind': 'Country', 'mentions': [[0, 1]] * 9})
        doc['events'][0]['roles'].append(role('place', 'far', 'Northport'))
        doc['events'][0]['roles'].append(role('place', 'land', 'Northport'))
        self.assertEqual(muc4.templates(doc)[0]['location'],
                         ['Northport', 'Norland'])

    def test_nowhere_is_in_the_country_told_of_most(self):
        doc = article()
        doc['entities'][0]['mentions'] = [[0, 1]]
        del doc['events'][0]['roles'][1]
        self.assertEqual(muc4.templates(doc)[0]['location'], ['Norland'])

    def test_a_month_is_no_day(self):
        doc = article()
        for node in (doc['events'][0], doc['propositions'][0]):
            node.update({'from': '2024-04-01', 'to': '2024-04-30',
                         'precision': 'Month'})
        self.assertEqual(muc4.templates(doc)[0]['date'], '2024-05-04')

    def test_what_lies_far_back_is_no_incident(self):
        doc = article()
        doc['date'] = '2024-12-04'
        self.assertEqual(muc4.templates(doc), [])

    def test_what_is_only_denied_is_no_incident(self):
        doc = article()
        for c in doc['claims']:
            c['denies'] = c.pop('asserts')
        self.assertEqual(muc4.templates(doc), [])


class Inputs(unittest.TestCase):
    def run_on(self, form, content):
        with tempfile.NamedTemporaryFile('w', suffix='.in') as f:
            f.write(content)
            f.flush()
            return subprocess.run(
                [sys.executable, os.path.join(HERE, 'inputs.py'), form,
                 f.name], capture_output=True, text=True, check=True).stdout

    def test_trees_give_text_with_paragraphs(self):
        row = '1\t%s\t_\t_\t_\t_\t0\troot\t_\t%s\n\n'
        text = '# newdoc id = a\n# newpar\n# text = One.\n' + \
            row % ('One.', '_') + '# text = Two.\n' + \
            row % ('Two.', 'SpaceAfter=No') + '# text = Three.\n' + \
            row % ('Three.', '_') + '# newpar\n# newpar_block = x\n' + \
            '# text = Four.\n' + row % ('Four.', '_') + \
            '# newdoc id = b\n# text = Five.\n' + row % ('Five.', '_')
        self.assertEqual(
            self.run_on('trees', text),
            '{"id": "doc0", "text": "One. Two.Three.\\n\\nFour."}\n'
            '{"id": "doc1", "text": "Five."}\n')

    def test_docs_lose_dates_that_are_none(self):
        self.assertEqual(
            self.run_on('docs', '{"id": 1, "text": "a", "dct": "None"}\n'
                        '{"id": 2, "text": "b", "date": "2024-05-04T1"}\n'),
            '{"id": "1", "text": "a"}\n'
            '{"id": "2", "text": "b", "date": "2024-05-04"}\n')


class Table(unittest.TestCase):
    def test_rows_are_found_in_their_section(self):
        out = '== head\n  macro   P  1.00  R  2.00  F  3.00\n' \
            '== head_lit\n  macro   P  4.00  R  5.00  F  6.00\n' \
            '== event\n  type    P  7.00  R  8.00  F  9.00\n'
        rows = {r[1]: r[2] for r in table.muc4('x')}
        import re
        self.assertEqual(re.search(rows['head, macro'], out).groups(),
                         ('1.00', '2.00', '3.00'))
        self.assertEqual(re.search(rows['event, type'], out).groups(),
                         ('7.00', '8.00', '9.00'))

    def test_figures_with_slashes_are_found(self):
        out = 'entity coref WD singletons     MUC 1.0/2.0/3.0  ' \
            'CONLL 49.2/46.6/47.7\n'
        import re
        self.assertEqual(re.search(table.ecb_entity()[0][2], out).groups(),
                         ('49.2', '46.6', '47.7'))


if __name__ == '__main__':
    unittest.main()
