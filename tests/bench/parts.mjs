import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaNames, DAY } from './example.mjs';
import { cli, open, timed } from './measured.mjs';
import { load } from './machine.mjs';
import { growthOf, spreadOf } from './spread.mjs';
import { ALL, makeCountry, renameThree } from './whole-run.mjs';

// What is measured. Each part takes a folder that is its own, and gives what it found.

/** Rounds that count; the medians are taken over them. */
const ROUNDS = 5;

/** The rate of several ways to the same leaflet, round by round in turns. */
const inTurns = async (ways) => {
  const opened = [];
  for (const { name, count, program, given, cores } of ways) {
    opened.push({ name, count, cores, way: await open(program, given, cores), rounds: [] });
  }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { way, count, rounds } of opened) {
      const made = await way.round(count);
      // The first one warms it up.
      if (round > 0) rounds.push(made);
      else rounds.about = made;
    }
  }
  return opened.map(({ name, cores, way, rounds }) => {
    way.close();
    const [{ bytes, standard }] = rounds;
    return {
      name,
      cores,
      perSecond: spreadOf(rounds.map(({ files, seconds }) => files / seconds)),
      perSecondOfCpu: spreadOf(rounds.map(({ files, cpu }) => files / cpu)),
      peak: Math.max(...rounds.map(({ peak }) => peak)),
      bytes,
      load: load(),
      ...(standard !== undefined && { standard }),
    };
  });
};

const areasFile = (folder, count) => {
  const path = join(folder, `areas-${count}.csv`);
  writeFileSync(path, `name\n${areaNames(count).join('\n')}\n`);
  return path;
};

/** A command several times, each with an output of its own. */
const times = (folder, argvOf, after = () => {}, rounds = ROUNDS) => {
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const out = join(folder, `out-${round}`);
    found.push(timed([cli, ...argvOf(out)], folder));
    after(out);
    rmSync(out, { recursive: true, force: true });
  }
  return { seconds: spreadOf(found.map(({ seconds }) => seconds)), peak: spreadOf(found.map(({ peak }) => peak)) };
};

const common = ['--council', 'anyshire', '--date', DAY, '--quiet'];

const oneCore = (folder) =>
  inTurns([
    { name: 'handbill, plate', count: 1000, program: 'of-batch.mjs', given: [folder, '1'], cores: 'one core' },
    { name: 'handbill, full way', count: 8, program: 'of-full-way.mjs', given: [folder], cores: 'one core' },
    { name: 'Typst', count: 40, program: 'rivals/of-typst.mjs', given: [folder], cores: 'one core' },
    { name: 'react-pdf', count: 6, program: 'rivals/of-react-pdf.mjs', given: [folder], cores: 'one core' },
  ]);

const workers = (folder, { cores }) =>
  inTurns([
    {
      name: 'handbill, workers',
      count: 8000,
      program: 'of-batch.mjs',
      given: [folder, `${cores}`],
      cores: 'all cores',
    },
    { name: 'Typst', count: 40, program: 'rivals/of-typst.mjs', given: [folder], cores: 'all cores' },
  ]);

const hasOption = (folder, command, option) => timed([cli, command, '--help'], folder).stdout.includes(option);

const oneFile = (folder) => {
  if (!hasOption(folder, 'batch', '--one-file')) return { skipped: '`batch` has no option `--one-file` in this build' };
  const count = 1000;
  const list = areasFile(folder, count);
  let bytes = 0;
  const run = times(
    folder,
    (out) => ['batch', ...common, '--areas', list, '--one-file', '--out', out],
    (out) => (bytes = sizeIn(out)),
  );
  return { areas: count, bytesPerArea: bytes / count, ...run };
};

const sizeIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.pdf'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

const cards = (folder) => {
  const count = 100;
  const list = areasFile(folder, count);
  return { areas: count, ...times(folder, (out) => ['impose', ...common, '--areas', list, '--out', out]) };
};

const cold = (folder) => {
  const rounds = Array.from({ length: 7 }, (_, i) => ({
    node: timed(['-e', '0'], folder).seconds,
    library: timed(['--input-type=module', '-e', "await import('@react-pdf/renderer')"], folder).seconds,
    build: timed([cli, 'build', ...common, '--template', 'leaflet', '--out', join(folder, `cold-${i}`)], folder)
      .seconds,
  }));
  const spreads = ['node', 'library', 'build'].map((name) => [name, spreadOf(rounds.map((round) => round[name]))]);
  // Round by round, so that what else the machine did falls out.
  return { ...Object.fromEntries(spreads), ratio: spreadOf(rounds.map(({ build, library }) => build / library)) };
};

const growth = (folder) => {
  const sizes = [1, 10, 100, 1000].map((files) => {
    const list = areasFile(folder, files);
    return { files, ...times(folder, (out) => ['batch', ...common, '--areas', list, '--out', out]) };
  });
  const [country, whose] = countryIn(folder);
  const all = ['batch', '--all', '--project', country, '--date', DAY];
  sizes.push({ files: ALL, ...times(folder, (out) => [...all, '--quiet', '--out', out]) });
  const once = join(folder, 'once');
  const said = timed([cli, ...all, '--verbose', '--out', once], folder).stderr;
  const bytes = sizeIn(once) / ALL;
  rmSync(once, { recursive: true });
  const grown = sizes.slice(-2).map(({ files, peak }) => ({ files, peak: peak.median }));
  const plates = /^plates .*$/m.exec(said)?.[0].replace(/\s+/g, ' ') ?? '';
  return { whose, sizes, kilobytesMorePerFile: growthOf(grown), bytesPerFile: bytes, plates };
};

const countryIn = (folder) => {
  const country = join(folder, 'country');
  mkdirSync(country);
  return [country, makeCountry(country)];
};

const changed = (folder) => {
  const [country, whose] = countryIn(folder);
  const all = ['batch', '--all', '--project', country, '--date', DAY, '--out', join(folder, 'out')];
  timed([cli, ...all, '--quiet'], folder);
  const rounds = ['Upper', 'Lower', 'Great', 'Little', 'Nether'].map((word) => {
    renameThree(country, word);
    const { stdout, stderr, peak } = timed([cli, ...all, '--verbose'], folder);
    const files = stdout.trim().split('\n').length;
    if (files !== 3) throw new Error(`three areas were changed, and ${files} files were written\n${stdout}`);
    // What sets and paints is loaded when the first file is to be made.
    return { start: told(stderr, 'start') + told(stderr, 'load'), total: told(stderr, 'total'), peak };
  });
  return {
    whose,
    start: spreadOf(rounds.map(({ start }) => start)),
    seconds: spreadOf(rounds.map(({ start, total }) => total - start)),
    peak: spreadOf(rounds.map(({ peak }) => peak)),
  };
};

/** A time that `--verbose` tells, in seconds. */
const told = (stderr, what) => Number(new RegExp(`^${what} +([\\d.]+) ms`, 'm').exec(stderr)?.[1]) / 1000;

/** By their names, in the order in which they run. */
export const PARTS = { 'one-core': oneCore, workers, 'one-file': oneFile, cards, cold, growth, changed };
