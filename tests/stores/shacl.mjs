// shacl.mjs SHAPES GRAPH: "good" or "bad", as rdf-validate-shacl has it.
import fs from 'fs';
import dataset from '@rdfjs/dataset';
import { Parser } from 'n3';
import Validator from 'rdf-validate-shacl';

const read = (name) =>
  dataset.dataset(new Parser().parse(fs.readFileSync(name, 'utf8')));
const [, , shapes, graph] = process.argv;
const report = new Validator(read(shapes)).validate(read(graph));
console.log((await report).conforms ? 'good' : 'bad');
