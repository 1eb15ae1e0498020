import { parseArgs } from 'node:util';
import { base64url } from '#lib/base/bytes.ts';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import { createOrganisation } from '#lib/campaigns/server/organisation-store.ts';
import { gathered, printed } from '#lib/reports/server/report-list.ts';
import { allReports, removeReport } from '#lib/reports/server/report-store.ts';
import { openInstallation, type Installation } from '#lib/server/installation.ts';
import { settingsOf } from '#lib/server/settings.ts';
import { erase, newKeys, rebuild, restoreBackup, takeBackup } from './maintenance.ts';
import { project } from './sources.js';
import { told } from './told.ts';

const usage = `Usage: admin <command> [options]

  organisation --name NAME                     makes an organisation and tells its id
  member --organisation ID --email ADDRESS     gives a person an account in it, or another role
         --name NAME --role manager|mediator
  password --email ADDRESS                     draws a new password and ends the sessions
  reports [--json]                             what learners said of challenges and lessons, and their ideas
  reports --erase ID                           erases one of them
  backup --to FILE                             writes tables, keys and content to one new file; the server may run
  restore --from FILE                          puts a backup into an empty database of either kind, and begins a new
                                               epoch; what was erased since is erased again; the server must not run
  rebuild                                      makes the participations again from the events
  rotate-keys --organisation ID                gives an organisation new keys, and issues its open cards anew
  erase --organisation ID --device ID          erases what a device sent, or what a campaign received; it is
  erase --organisation ID --campaign ID        remembered outside of the backups


A password is drawn, told once and kept nowhere in clear. DATA_DIR says where the data is, DATABASE_URL which
PostgreSQL holds it. --json answers for a program; what takes long tells how far it is on standard error.
Exit codes: 0 done, 1 refused, 2 wrong usage.
`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    ...{ name: text, organisation: text, email: text, role: text, erase: text },
    ...{ to: text, from: text, device: text, campaign: text },
    help: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  let given;
  try {
    given = parseArgs({ args, allowPositionals: true, options });
  } catch {
    return told(2, usage);
  }
  const { values, positionals } = given;
  if (values.help) return told(0, usage);
  const settings = settingsOf(process.env, project);
  if (!settings.ok) return told(2, settings.detail ?? '');
  // Opening would make keys where those of the backup have to go.
  if (positionals[0] === 'restore')
    return values.from === undefined
      ? told(2, usage)
      : restoreBackup(settings.value, values.from, values.json);
  const opened = await openInstallation(settings.value);
  if (!opened.ok) return told(1, opened.detail ?? opened.reason);
  const { name, organisation, role = 'mediator' } = values;
  // Addresses are kept in small letters.
  const email = values.email?.toLowerCase();
  try {
    switch (positionals[0]) {
      case 'organisation':
        return name === undefined ? told(2, usage) : await addOrganisation(opened.value, name);
      case 'member':
        if (organisation === undefined || email === undefined || name === undefined) return told(2, usage);
        if (role !== 'manager' && role !== 'mediator') return told(2, usage);
        return await setMember(opened.value, organisation, email, name, role);
      case 'password':
        return email === undefined ? told(2, usage) : await newPassword(opened.value, email);
      case 'reports':
        return values.erase === undefined
          ? await listReports(opened.value, values.json)
          : await eraseReport(opened.value, values.erase);
      case 'backup':
        return values.to === undefined
          ? told(2, usage)
          : await takeBackup(opened.value, values.to, values.json);
      case 'rebuild':
        return await rebuild(opened.value, values.json);
      case 'rotate-keys':
        return organisation === undefined
          ? told(2, usage)
          : await newKeys(opened.value, organisation, values.json);
      case 'erase':
        return organisation === undefined || (values.device === undefined) === (values.campaign === undefined)
          ? told(2, usage)
          : await erase(opened.value, { organisation, ...values }, values.json);
      default:
        return told(2, usage);
    }
  } finally {
    await opened.value.close();
  }
}

async function addOrganisation({ database, keys }: Installation, name: string): Promise<number> {
  return told(0, await createOrganisation(database, name, keys.root.sign, Date.now()));
}

async function setMember(
  { database, accounts }: Installation,
  organisation: string,
  email: string,
  name: string,
  role: 'manager' | 'mediator',
): Promise<number> {
  const known = await database
    .selectFrom('organisation')
    .where('organisation', '=', organisation)
    .select('name')
    .executeTakeFirst();
  if (known === undefined) return told(1, `there is no organisation ${organisation}`);
  const user = await database
    .selectFrom('staff_user')
    .where('email', '=', email)
    .select('id')
    .executeTakeFirst();
  const password = base64url(randomBytes(12));
  const user_id = user?.id ?? (await accounts.provide(email, name, password));
  await database
    .insertInto('membership')
    .values({ organisation, user_id, role })
    .onConflict((conflict) => conflict.columns(['organisation', 'user_id']).doUpdateSet({ role }))
    .execute();
  return told(0, user === undefined ? `${email} ${password}` : `${email} is now ${role} of ${known.name}`);
}

async function newPassword({ database, accounts }: Installation, email: string): Promise<number> {
  const user = await database
    .selectFrom('staff_user')
    .where('email', '=', email)
    .select('name')
    .executeTakeFirst();
  if (user === undefined) return told(1, `there is no account ${email}`);
  const password = base64url(randomBytes(12));
  await accounts.provide(email, user.name, password);
  return told(0, `${email} ${password}`);
}

async function listReports({ database }: Installation, isJson: boolean): Promise<number> {
  const listed = gathered(await allReports(database));
  if (isJson) return told(0, JSON.stringify(listed, null, 2));
  return told(0, listed.length === 0 ? 'no reports' : printed(listed));
}

async function eraseReport({ database }: Installation, id: string): Promise<number> {
  return (await removeReport(database, id)) ? told(0, `erased ${id}`) : told(1, `there is no report ${id}`);
}
