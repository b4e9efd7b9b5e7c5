// oxigraph.mjs dump FILE TYPE: the triples of a file, as N-Triples.
// oxigraph.mjs ask GRAPH QUERY CSV: the answer, with the columns of CSV.
import fs from 'fs';
import { Store } from 'oxigraph';

const [, , what, file, query, columns] = process.argv;
const store = new Store();
const read = (name) => fs.readFileSync(name, 'utf8');
store.load(read(file), {
  format: what === 'dump' ? query : 'text/turtle',
  base_iri: 'http://example.org/',
  no_transaction: true,
});
if (what === 'dump') {
  for (const quad of store.match())
    console.log(`${quad.subject} ${quad.predicate} ${quad.object} .`);
} else {
  const names = read(columns).split('\n')[0].split(',');
  const cell = (s) => (/[",\n\r]/.test(s) ? `"${s.replace(/"/g, '""')}"` : s);
  console.log(names.join(','));
  for (const row of store.query(read(query)))
    console.log(names.map((name) => cell(row.get(name)?.value ?? '')).join(','));
}
