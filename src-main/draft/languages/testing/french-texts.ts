/** For tests: six short reports in French of our own making. Places and people are invented. */
import type { MarkedText } from './texts.js';

export const frenchTexts: readonly MarkedText[] = [
  {
    text: `Le conseil vote le budget du port

Varenne, le 12 mars 2025

Le conseil municipal de Varenne a voté lundi un budget de 1,2 million d'euros pour le port. « Nous ne pouvons plus attendre », a déclaré la maire Anne Lemoine. Les coûts ont augmenté de 3,5 % depuis 2021.

L'opposition critique ce choix. « Cet argent manquera aux écoles », a regretté mardi Julien Faure, chef du groupe écologiste. « Personne n'a fait les comptes. » Selon Anne Lemoine, chaque euro est justifié.`,
    said: [
      ['la maire Anne Lemoine', 'Nous ne pouvons plus attendre'],
      ['Julien Faure, chef du groupe écologiste', 'Cet argent manquera'],
      ['Julien Faure, chef du groupe écologiste', 'Personne n'],
      ['Anne Lemoine', 'chaque euro est justifié']
    ],
    names: [
      ['Anne Lemoine', 'person'],
      ['Julien Faure', 'person']
    ],
    dates: [
      ['12 mars 2025', '2025-03-12'],
      ['lundi', '2025-03-10'],
      ['2021', '2021'],
      ['mardi', '2025-03-11']
    ],
    figures: [
      ["1,2 million d'euros", 1_200_000, 'euros'],
      ['3,5 %', 3.5, '%']
    ]
  },
  {
    text: `Grève dans les transports

5 mai 2024

Environ 4 500 conducteurs ont cessé le travail hier. La CGT réclame 8 à 10 % d'augmentation. « La direction n'a pas bougé d'un centimètre », affirme Pauline Roussel, déléguée de la CGT. Selon le syndicat, neuf lignes sur dix sont fermées.

La direction se dit déçue. « Cette grève pénalise tout le monde », a-t-elle indiqué. Marc Delorme, directeur des lignes, a estimé : « Chaque jour nous coûte 2 millions d'euros. » Les discussions reprendront le 14 mai.`,
    said: [
      ['Pauline Roussel, déléguée de la CGT', "n'a pas bougé"],
      ['le syndicat', 'neuf lignes sur dix'],
      ['elle', 'Cette grève pénalise'],
      ['Marc Delorme, directeur des lignes', 'Chaque jour nous coûte']
    ],
    names: [
      ['Pauline Roussel', 'person'],
      ['Marc Delorme', 'person'],
      ['CGT', 'organisation']
    ],
    dates: [
      ['5 mai 2024', '2024-05-05'],
      ['hier', '2024-05-04'],
      ['14 mai', '2024-05-14']
    ],
    figures: [
      ['Environ 4 500 conducteurs', 4500, 'conducteurs'],
      ['8 à 10 %', 8, '%'],
      ["2 millions d'euros", 2_000_000, 'euros']
    ]
  },
  {
    text: `L'Allemagne et la France discutent des réseaux

3 septembre 2025

La France et l'Allemagne veulent relier leurs réseaux électriques. « Sans nouvelles lignes, le courant restera cher », a prévenu mardi la ministre Claire de Vaux à Strasbourg. D'ici à 2030, 640 kilomètres de lignes doivent être posés.

Le ministre allemand Karl Thann a ajouté : « Nous construisons ensemble. » Les défenseurs de la nature s'inquiètent. « La forêt est en danger », écrit Greenpeace dans un communiqué. L'UE paiera un quart des coûts.`,
    said: [
      ['la ministre Claire de Vaux', 'Sans nouvelles lignes'],
      ['Le ministre allemand Karl Thann', 'Nous construisons ensemble'],
      ['Greenpeace', 'La forêt est en danger']
    ],
    names: [
      ['Claire de Vaux', 'person'],
      ['Karl Thann', 'person'],
      ['Greenpeace', 'organisation'],
      ['UE', 'organisation'],
      ['France', 'state'],
      ['Allemagne', 'state']
    ],
    dates: [
      ['3 septembre 2025', '2025-09-03'],
      ['mardi', '2025-09-02'],
      ['2030', '2030']
    ],
    figures: [
      ['640 kilomètres', 640, 'kilomètres'],
      ['un quart des coûts', 0.25, 'des coûts']
    ]
  },
  {
    text: `La maternité de Nordmont va fermer

21 janvier 2026

La clinique de Nordmont fermera sa maternité fin mars. "Nous manquons de sages-femmes", a expliqué le directeur Raoul Besson au Journal du Nord. L'an dernier, 312 enfants y sont nés, soit 20 % de moins qu'en 2020.

Le Parti socialiste proteste. C'est « une grave erreur », a dénoncé son porte-parole Denis Aydin. « Les femmes devront faire 50 kilomètres », a-t-il ajouté. Le département tranchera la semaine prochaine.`,
    said: [
      ['le directeur Raoul Besson', 'Nous manquons'],
      ['son porte-parole Denis Aydin', 'une grave erreur'],
      ['il', 'Les femmes devront']
    ],
    names: [
      ['Raoul Besson', 'person'],
      ['Denis Aydin', 'person'],
      ['Parti socialiste', 'organisation']
    ],
    dates: [
      ['21 janvier 2026', '2026-01-21'],
      ['fin mars', '2026-03'],
      ["L'an dernier", '2025'],
      ['2020', '2020'],
      ['la semaine prochaine', '2026-W05']
    ],
    figures: [
      ['312 enfants', 312, 'enfants'],
      ['20 %', 20, '%'],
      ['50 kilomètres', 50, 'kilomètres']
    ]
  },
  {
    text: `La Suisse assouplit les règles sur les drones

Berne, 7 juin 2025

La Suisse assouplit les règles sur les drones. « Le marché va plus vite que le droit », a souligné vendredi la conseillère fédérale Léa Hofer. Près de 30 000 appareils sont déclarés, contre la moitié il y a trois ans.

Les pilotes ne sont pas d'accord. « Le danger augmente », juge Benoît Zürcher, président de l'association Aérosuisse. Il cite 17 incidents en mai. Les nouvelles règles s'appliqueront le 1er janvier 2026.`,
    said: [
      ['la conseillère fédérale Léa Hofer', 'Le marché va plus vite'],
      ["Benoît Zürcher, président de l'association Aérosuisse", 'Le danger augmente']
    ],
    names: [
      ['Léa Hofer', 'person'],
      ['Benoît Zürcher', 'person'],
      ['Aérosuisse', 'organisation'],
      ['Suisse', 'state']
    ],
    dates: [
      ['7 juin 2025', '2025-06-07'],
      ['vendredi', '2025-06-06'],
      ['il y a trois ans', '2022'],
      ['mai', '2025-05'],
      ['1er janvier 2026', '2026-01-01']
    ],
    figures: [
      ['Près de 30 000 appareils', 30_000, 'appareils'],
      ['17 incidents', 17, 'incidents']
    ]
  },
  {
    text: `Le constructeur supprime des emplois

18 novembre 2024

Le constructeur Horn SA supprime 2 800 emplois. La directrice générale Inès Falque a déclaré lundi : « La demande s'est effondrée. » Le chiffre d'affaires est tombé à 3,4 milliards d'euros et le bénéfice a reculé de 12,5 %.

La CFDT annonce des actions. « Nous n'accepterons pas cela », a lancé Hugo Sandrin devant l'usine. « Les salariés ont assez donné », disait-il déjà en octobre. D'après un sondage, 64 % des employés ne croient plus à un sauvetage.`,
    said: [
      ['La directrice générale Inès Falque', "La demande s'est"],
      ['Hugo Sandrin', "Nous n'accepterons pas"],
      ['il', 'Les salariés ont assez'],
      ['un sondage', '64 % des employés']
    ],
    names: [
      ['Inès Falque', 'person'],
      ['Hugo Sandrin', 'person'],
      ['CFDT', 'organisation'],
      ['Horn SA', 'organisation']
    ],
    dates: [
      ['18 novembre 2024', '2024-11-18'],
      ['lundi', '2024-11-18'],
      ['octobre', '2024-10']
    ],
    figures: [
      ['2 800 emplois', 2800, 'emplois'],
      ["3,4 milliards d'euros", 3_400_000_000, 'euros'],
      ['12,5 %', 12.5, '%'],
      ['64 %', 64, '%']
    ]
  }
];
