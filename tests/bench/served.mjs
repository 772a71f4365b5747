import process from 'node:process';

/**
 * The side of a bench that is measured: a process that makes documents when it is told to, so that several can be told
 * in turns, and what else the machine does falls on all alike.
 *
 * @param {{
 *   round: (count: number, number: number) => Promise<{ files: number, seconds: number, bytes: number, cpu?: number }>,
 *   about?: () => object,
 * }} work `seconds` and `cpu` are its own: it may have a part that does not count
 */
export const serve = ({ round, about = () => ({}) }) => {
  process.on('message', async ({ count, number }) => {
    const before = process.cpuUsage();
    const made = await round(count, number);
    const { user, system } = process.cpuUsage(before);
    const peak = process.resourceUsage().maxRSS * 1024;
    process.send?.({ cpu: (user + system) / 1e6, ...made, peak, ...about() });
  });
  process.send?.('ready');
};
