import type { StationText } from '../fr/station.ts';

export const live: StationText['live'] = {
  entry: 'Live',
  on: 'Live',
  endedAt: (time) => `Nicht mehr live, gelesen um ${time}`,
  over: (name) => `${name} ist nicht mehr live. Der Code lässt sich weiterhin lesen.`,
  link: {
    title: 'Ein Tablet live verbinden',
    lead: 'Tippen Sie auf dem anderen Gerät auf «\u00a0Zeigen, wie weit ich bin\u00a0», dann auf «\u00a0Live\u00a0». Es liest diesen Code.',
    label: 'Live verbinden',
    next: 'Die Antwort lesen',
    read: 'Das andere Gerät zeigt nun selbst einen Code. Lesen Sie ihn hier.',
    offered: 'Meinen Code wieder zeigen',
    connecting: 'Die beiden Geräte suchen einander…',
    linked: (name) => `${name} ist live. Die Tabelle ändert sich von selbst.`,
    keep: 'Lassen Sie Jalon auf beiden Geräten offen.',
    another: 'Ein weiteres Tablet',
    again: 'Neu beginnen',
  },
  show: {
    title: 'Live',
    lead: 'Schlägt Ihre Begleitperson es vor? Lesen Sie den Code auf ihrem Tablet.',
    told: 'Es erhält bei jeder Änderung: Spitzname, Bild, Fortschritt, Stufen, Bitte um Hilfe. Nie Ihre Antworten. Sie beenden es, wann Sie wollen.',
    answer: 'Zeigen Sie diesen Code dem Tablet der Begleitperson.',
    label: 'Meine Antwort',
    on: 'Sie sind live mit Ihrer Begleitperson.',
    onTold:
      'Das Tablet der Begleitperson erhält bei jeder Änderung: Spitzname, Bild, Fortschritt, Stufen, Bitte um Hilfe. Nie Ihre Antworten. Zum Beenden tippen Sie oben auf «\u00a0Beenden\u00a0».',
    code: 'Lieber meinen Code zeigen',
  },
  bar: {
    on: 'Live',
    stop: 'Beenden',
    ended: 'Sie sind nicht mehr live. Ihr Code lässt sich weiterhin lesen.',
    understood: 'Verstanden',
  },
  noCamera: 'Die Kamera geht nicht auf. Wählen Sie ein Foto des Codes.',
  picture: 'Ein Foto des Codes wählen',
  refused: {
    noCode: 'Auf diesem Foto ist kein lesbarer Code. Gehen Sie näher und versuchen Sie es noch einmal.',
    somethingElse:
      'Dieser Code dient etwas anderem. Den richtigen zeigt «\u00a0Ein Tablet live verbinden\u00a0».',
    newer: 'Das andere Gerät hat ein neueres Jalon. Aktualisieren Sie dieses Gerät mit Internet.',
    damaged: 'Dieser Code ist unvollständig oder beschädigt. Lesen Sie ihn noch einmal.',
    farAway: 'Dieser Code führt aus diesem Raum hinaus. Jalon folgt ihm nicht.',
    otherSide: 'Das ist der Code des anderen Schritts. Lesen Sie den Code auf dem anderen Gerät.',
    otherTalk: 'Diese Antwort gehört zu einem anderen Code. Das andere Gerät muss zuerst Ihren lesen.',
  },
  failed: {
    notHere: 'Dieses Gerät kann nicht live gehen. Der Code lässt sich weiterhin lesen.',
    noNetwork: 'Dieses Gerät hat kein WLAN. Ohne WLAN kein Live. Der Code lässt sich weiterhin lesen.',
    notFound:
      'Die beiden Geräte finden einander nicht. Sind sie im selben WLAN? Der Code lässt sich weiterhin lesen.',
  },
};
