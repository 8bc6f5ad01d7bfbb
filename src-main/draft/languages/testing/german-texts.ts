/** For tests: six short reports in German of our own making. Places and people are invented. */
import type { MarkedText } from './texts.js';

export const germanTexts: readonly MarkedText[] = [
  {
    text: `Stadtrat streitet über Brücke

Lindenau, 12. März 2025

Der Stadtrat von Lindenau hat am Montag 1,2 Mio. Euro für die Sanierung der Westbrücke bewilligt. „Wir können nicht länger warten“, sagte Bürgermeisterin Anna Weber. Die Kosten stiegen seit 2021 um 3,5 Prozent.

Kritik kam von der FDP. „Das Geld fehlt dann bei den Schulen“, kritisierte ihr Fraktionschef Jörg Brandt am Dienstag. „Niemand hat das durchgerechnet.“ Weber wies das zurück: „Jeder Euro ist belegt.“`,
    said: [
      ['Bürgermeisterin Anna Weber', 'Wir können nicht länger warten'],
      ['ihr Fraktionschef Jörg Brandt', 'Das Geld fehlt dann'],
      ['ihr Fraktionschef Jörg Brandt', 'Niemand hat das'],
      ['Weber', 'Jeder Euro ist belegt']
    ],
    names: [
      ['Anna Weber', 'person'],
      ['Jörg Brandt', 'person'],
      ['FDP', 'organisation']
    ],
    dates: [
      ['12. März 2025', '2025-03-12'],
      ['Montag', '2025-03-10'],
      ['2021', '2021'],
      ['Dienstag', '2025-03-11']
    ],
    figures: [
      ['1,2 Mio. Euro', 1_200_000, 'Euro'],
      ['3,5 Prozent', 3.5, '%']
    ]
  },
  {
    text: `Streik an den Häfen

5. Mai 2024

Rund 4.500 Hafenarbeiter legten gestern die Arbeit nieder. Die Gewerkschaft Verdi fordert 8 bis 10 Prozent mehr Lohn. »Die Arbeitgeber haben sich keinen Zentimeter bewegt«, sagte Verhandlungsführerin Petra Kruse. Laut Verdi beteiligten sich fast alle Schichten.

Der Verband der Reeder zeigte sich enttäuscht. »Dieser Streik schadet allen«, so Hauptgeschäftsführer Martin Lüders. Nach Angaben von Lüders kostet jeder Tag rund 2 Millionen Euro. Die Gespräche sollen am 14. Mai weitergehen.`,
    said: [
      ['Verhandlungsführerin Petra Kruse', 'keinen Zentimeter bewegt'],
      ['Verdi', 'beteiligten sich fast alle Schichten'],
      ['Hauptgeschäftsführer Martin Lüders', 'Dieser Streik schadet'],
      ['Lüders', 'kostet jeder Tag']
    ],
    names: [
      ['Petra Kruse', 'person'],
      ['Martin Lüders', 'person'],
      ['Verdi', 'organisation']
    ],
    dates: [
      ['5. Mai 2024', '2024-05-05'],
      ['gestern', '2024-05-04'],
      ['14. Mai', '2024-05-14']
    ],
    figures: [
      ['Rund 4.500 Hafenarbeiter', 4500, 'Hafenarbeiter'],
      ['8 bis 10 Prozent', 8, '%'],
      ['rund 2 Millionen Euro', 2_000_000, 'Euro']
    ]
  },
  {
    text: `Frankreich und Deutschland beraten über Stromnetze

3. September 2025

Deutschland und Frankreich wollen ihre Stromnetze enger verbinden. Das sagte Bundesministerin Clara von Thann am Dienstag in Straßburg. Am Rande des Treffens erklärte sie: „Ohne neue Leitungen bleibt der Strom teuer.“

Der französische Minister Luc Aubry betonte: „Wir bauen gemeinsam.“ Bis 2030 sollen 640 Kilometer Leitung entstehen. Umweltschützer warnten vor den Folgen. „Der Auwald ist in Gefahr“, schrieb Greenpeace in einer Mitteilung. Die EU will ein Viertel der Kosten tragen.`,
    said: [
      ['sie', 'Ohne neue Leitungen'],
      ['Der französische Minister Luc Aubry', 'Wir bauen gemeinsam'],
      ['Greenpeace', 'Der Auwald ist in Gefahr']
    ],
    names: [
      ['Clara von Thann', 'person'],
      ['Luc Aubry', 'person'],
      ['Greenpeace', 'organisation'],
      ['EU', 'organisation'],
      ['Deutschland', 'state'],
      ['Frankreich', 'state']
    ],
    dates: [
      ['3. September 2025', '2025-09-03'],
      ['Dienstag', '2025-09-02'],
      ['2030', '2030']
    ],
    figures: [
      ['640 Kilometer', 640, 'Kilometer'],
      ['ein Viertel der Kosten', 0.25, 'der Kosten']
    ]
  },
  {
    text: `Klinik schließt Geburtshilfe

21. Januar 2026

Die Klinik in Norderbruch schließt Ende März ihre Geburtshilfe. "Uns fehlen die Hebammen", sagte Geschäftsführer Ralf Osterkamp der Norder Zeitung. Im vergangenen Jahr kamen dort 312 Kinder zur Welt, 20 Prozent weniger als im Jahr 2020.

Die SPD im Kreistag protestierte. Das sei "ein schwerer Fehler", sagte ihr Sprecher Deniz Aydin. "Frauen müssen künftig 50 Kilometer fahren", fügte er hinzu. Der Kreis entscheidet nächste Woche.`,
    said: [
      ['Geschäftsführer Ralf Osterkamp', 'Uns fehlen die Hebammen'],
      ['ihr Sprecher Deniz Aydin', 'ein schwerer Fehler'],
      ['er', 'Frauen müssen künftig']
    ],
    names: [
      ['Ralf Osterkamp', 'person'],
      ['Deniz Aydin', 'person'],
      ['SPD', 'organisation']
    ],
    dates: [
      ['21. Januar 2026', '2026-01-21'],
      ['Ende März', '2026-03'],
      ['vergangenen Jahr', '2025'],
      ['Jahr 2020', '2020'],
      ['nächste Woche', '2026-W05']
    ],
    figures: [
      ['312 Kinder', 312, 'Kinder'],
      ['20 Prozent', 20, '%'],
      ['50 Kilometer', 50, 'Kilometer']
    ]
  },
  {
    text: `Schweiz lockert Regeln für Drohnen

Bern, 7. Juni 2025

Die Schweiz lockert die Regeln für Drohnen. „Der Markt wächst schneller als das Recht“, stellte Bundesrätin Lea Hofer am Freitag fest. Derzeit sind etwa 30.000 Geräte gemeldet, mehr als doppelt so viele wie vor drei Jahren.

Pilotenverbände sehen das anders. „Die Gefahr nimmt zu“, sagte Beat Zürcher, Präsident des Verbands Aerosuisse. Er verwies auf 17 Zwischenfälle im Mai. Die neuen Regeln gelten ab dem 1. Januar 2026.`,
    said: [
      ['Bundesrätin Lea Hofer', 'Der Markt wächst'],
      ['Beat Zürcher, Präsident des Verbands Aerosuisse', 'Die Gefahr nimmt zu']
    ],
    names: [
      ['Lea Hofer', 'person'],
      ['Beat Zürcher', 'person'],
      ['Aerosuisse', 'organisation'],
      ['Schweiz', 'state']
    ],
    dates: [
      ['7. Juni 2025', '2025-06-07'],
      ['Freitag', '2025-06-06'],
      ['vor drei Jahren', '2022'],
      ['Mai', '2025-05'],
      ['1. Januar 2026', '2026-01-01']
    ],
    figures: [
      ['etwa 30.000 Geräte', 30_000, 'Geräte'],
      ['17 Zwischenfälle', 17, 'Zwischenfälle']
    ]
  },
  {
    text: `Autobauer streicht Stellen

18. November 2024

Der Autobauer Horn AG streicht 2.800 Stellen. Das teilte das Unternehmen am Montag mit. Vorstandschefin Ines Falk sagte: „Die Nachfrage ist eingebrochen.“ Der Umsatz fiel auf 3,4 Milliarden Euro, der Gewinn um 12,5 %.

Die IG Metall kündigte Widerstand an. „Wir nehmen das nicht hin“, rief Bezirksleiter Uwe Sandmann vor dem Werkstor. „Die Belegschaft hat genug verzichtet“, hatte er schon im Oktober gesagt. Laut einer Umfrage glauben 64 Prozent der Beschäftigten nicht an eine Rettung.`,
    said: [
      ['Vorstandschefin Ines Falk', 'Die Nachfrage ist eingebrochen'],
      ['Bezirksleiter Uwe Sandmann', 'Wir nehmen das nicht hin'],
      ['er', 'Die Belegschaft hat genug'],
      ['einer Umfrage', 'glauben 64 Prozent']
    ],
    names: [
      ['Ines Falk', 'person'],
      ['Uwe Sandmann', 'person'],
      ['IG Metall', 'organisation'],
      ['Horn AG', 'organisation']
    ],
    dates: [
      ['18. November 2024', '2024-11-18'],
      ['Montag', '2024-11-18'],
      ['Oktober', '2024-10']
    ],
    figures: [
      ['2.800 Stellen', 2800, 'Stellen'],
      ['3,4 Milliarden Euro', 3_400_000_000, 'Euro'],
      ['12,5 %', 12.5, '%'],
      ['64 Prozent', 64, '%']
    ]
  }
];
