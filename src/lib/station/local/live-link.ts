import { hex } from '#lib/base/bytes.ts';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { descriptionOf, signalIn } from '../live-description.ts';
import { talkBytes, type LiveSignal, type Side } from '../live-signal.ts';
import { LiveChannel } from './live-channel.ts';

/** How long a browser may look for its own addresses. */
const gatherMs = 3_000;
/** How long two devices may look for each other. */
const connectMs = 20_000;

/** This device has no such connections; it is on no network; the other one was not found. */
export type LinkRefusal = 'notHere' | 'noNetwork' | 'notFound';

/** The mediator's end of a link that is being made. */
export interface Offering {
  readonly signal: LiveSignal;
  /** Looks for the device that answered; once only. */
  accept: (answer: LiveSignal) => Promise<Result<LiveChannel, 'notFound'>>;
  close: () => void;
}

/** The other end: shown until the mediator's device has read it. */
export interface Answering {
  readonly signal: LiveSignal;
  /** The channel, or that the browser no longer waits for the mediator's device: it answers anew then. */
  readonly opened: Promise<Result<LiveChannel, 'notFound'>>;
  close: () => void;
}

/** Offers a link. Nobody is asked for the way: the only addresses are those of the local network. */
export async function offerLink(): Promise<Result<Offering, LinkRefusal>> {
  const connection = newConnection();
  if (connection === undefined) return refusal('notHere');
  const opened = openedIn(connection, connection.createDataChannel('glimpse'));
  const signal = await described(connection, 'offer', hex(randomBytes(talkBytes)));
  if (signal === undefined) return closed(connection, 'noNetwork');
  return success({
    signal,
    accept: async (answer) => {
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, connectMs));
      try {
        await connection.setRemoteDescription({ type: 'answer', sdp: descriptionOf(answer) });
      } catch {
        return closed(connection, 'notFound');
      }
      const channel = await Promise.race([opened, late]);
      return channel === undefined ? closed(connection, 'notFound') : success(channel);
    },
    close: () => connection.close(),
  });
}

/** Answers an offer that was read. */
export async function answerLink(offer: LiveSignal): Promise<Result<Answering, LinkRefusal>> {
  const connection = newConnection();
  if (connection === undefined) return refusal('notHere');
  const opened = new Promise<RTCDataChannel>((resolve) => {
    connection.ondatachannel = ({ channel }) => resolve(channel);
  }).then((channel) => openedIn(connection, channel));
  try {
    await connection.setRemoteDescription({ type: 'offer', sdp: descriptionOf(offer) });
  } catch {
    return closed(connection, 'notFound');
  }
  const signal = await described(connection, 'answer', offer.talk);
  if (signal === undefined) return closed(connection, 'noNetwork');
  return success({
    signal,
    opened: Promise.race([opened, failed(connection)]).then((channel) =>
      channel === undefined ? closed(connection, 'notFound') : success(channel),
    ),
    close: () => connection.close(),
  });
}

function newConnection(): RTCPeerConnection | undefined {
  try {
    return new RTCPeerConnection({ iceServers: [] });
  } catch {
    return undefined;
  }
}

/** What this device tells the other one, once it knows its own addresses; undefined when it has none to tell. */
async function described(
  connection: RTCPeerConnection,
  side: Side,
  talk: string,
): Promise<LiveSignal | undefined> {
  const gathered = new Promise<void>((resolve) => {
    connection.onicegatheringstatechange = () => {
      if (connection.iceGatheringState === 'complete') resolve();
    };
    setTimeout(resolve, gatherMs);
  });
  try {
    await connection.setLocalDescription();
  } catch {
    return undefined;
  }
  await gathered;
  return signalIn(connection.localDescription?.sdp ?? '', side, talk);
}

/** The channel once it is open; undefined when the connection failed first. */
function openedIn(connection: RTCPeerConnection, channel: RTCDataChannel): Promise<LiveChannel | undefined> {
  const open = new Promise<LiveChannel>((resolve) => {
    const made = new LiveChannel(connection, channel);
    if (channel.readyState === 'open') resolve(made);
    else channel.onopen = () => resolve(made);
  });
  return Promise.race([open, failed(connection)]);
}

function failed(connection: RTCPeerConnection): Promise<undefined> {
  return new Promise((resolve) => {
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'failed') resolve(undefined);
    });
  });
}

function closed<Reason extends LinkRefusal>(
  connection: RTCPeerConnection,
  reason: Reason,
): ReturnType<typeof refusal<Reason>> {
  connection.close();
  return refusal(reason);
}
