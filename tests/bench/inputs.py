#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Make the input of `claimgraph extract` from a data set.

  inputs.py docs FILE.jsonl > articles.jsonl
      JSON Lines with "id", "text" and a date ("date" or "dct"). The title is
      not passed on: gold offsets count in the text alone.
  inputs.py titled FILE.jsonl > articles.jsonl
      The same with the title, where offsets do not matter.
  inputs.py context FILE.jsonl > articles.jsonl
      Rows of "context" and "target", joined by a space.
  inputs.py trees FILE.conllu > articles.jsonl
      The raw text of a treebank, from its "# text" lines, one article for
      each "# newdoc" and a paragraph for each "# newpar".
"""
import json
import re
import sys


def write(row):
    json.dump({k: v for k, v in row.items() if v}, sys.stdout,
              ensure_ascii=False)
    sys.stdout.write('\n')


def full_date(row):
    """The date of a row, if it is one; sets have "None" and "unknown"."""
    date = str(row.get('date') or row.get('dct') or '')
    return date[:10] if re.match(r'\d{4}-\d\d-\d\d', date) else None


def docs(path):
    for line in open(path, encoding='utf-8'):
        row = json.loads(line)
        if row['text'].strip():
            write({'id': str(row['id']), 'text': row['text'],
                   'date': full_date(row)})


def titled(path):
    for line in open(path, encoding='utf-8'):
        row = json.loads(line)
        write({'id': str(row['id']), 'title': row['title'],
               'text': row['text'], 'date': full_date(row)})


def context(path):
    for line in open(path, encoding='utf-8'):
        row = json.loads(line)
        write({'id': str(row['id']), 'text':
               ' '.join(x for x in (row['context'], row['target']) if x)})


def sentences(path):
    """(starts a document, starts a paragraph, text, space after) of each."""
    doc = par = False
    text, space = None, True
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        doc |= line.startswith('# newdoc')
        par |= bool(re.match(r'# newpar( |$)', line))
        if line.startswith('# text = '):
            text = line[9:]
        elif line and not line.startswith('#'):
            space = 'SpaceAfter=No' not in line.split('\t')[9]
        elif not line and text is not None:
            yield doc, par, text, space
            doc = par = False
            text = None
    if text is not None:
        yield doc, par, text, space


def trees(path):
    text, number, gap = '', 0, ''
    for doc, par, sentence, space in sentences(path):
        if doc and text:
            write({'id': 'doc%d' % number, 'text': text})
            text, number = '', number + 1
        if text:
            text += '\n\n' if par else gap
        text += sentence
        gap = ' ' if space else ''
    if text:
        write({'id': 'doc%d' % number, 'text': text})


if __name__ == '__main__':
    forms = {'docs': docs, 'titled': titled, 'context': context,
             'trees': trees}
    if len(sys.argv) != 3 or sys.argv[1] not in forms:
        sys.exit(__doc__)
    forms[sys.argv[1]](sys.argv[2])
