"""Rows for the resolution of speakers: `<subject>`, `{content}`, and who speaks."""

from __future__ import annotations

# (name of the case, text, speakers expected). The k-th subject belongs to the k-th content; a content
# that begins with + goes on without a subject. All people, bodies and places are invented, but for
# states and well-known bodies.
Row = tuple[str, str, list[str | None]]

FIRST_HALF: list[Row] = [
    (
        "full name then last name",
        "<Le maire de Valbrune, Luc Aubin,> a annoncé que {la piscine fermerait lundi}. <Aubin> a ajouté que {les travaux dureraient un an}.",
        ["Luc Aubin", "Luc Aubin"],
    ),
    (
        "pronoun after speaker",
        "<Anne Morvan> a déclaré que {le pont était sûr}. <Elle> a précisé que {les contrôles avaient eu lieu}.",
        ["Anne Morvan", "Anne Morvan"],
    ),
    (
        "pronoun is not the person in the content",
        "<Luc Aubin> a affirmé que {Paul Dervaux avait menti aux élus}. <Il> a demandé {sa démission}.",
        ["Luc Aubin", "Luc Aubin"],
    ),
    (
        "new subject outranks the last speaker",
        "<Luc Aubin> a jugé que {le projet était utile}. Paul Dervaux a quitté la salle sans un mot. <Il> a dénoncé plus tard {un passage en force}.",
        ["Luc Aubin", "Paul Dervaux"],
    ),
    (
        "object person when the subject does not agree",
        "La police a interpellé Karim Lassoued mardi soir. <Il> a reconnu {avoir pris la voiture}.",
        ["Karim Lassoued"],
    ),
    (
        "bare title after its holder",
        "La préfète de l'Orvanche, Solène Kermarec, s'est rendue sur place. <La préfète> a assuré que {l'eau restait potable}.",
        ["Solène Kermarec"],
    ),
    (
        "title with another word for the office",
        "Le maire de Valbrune, Luc Aubin, recevait la presse. <L'édile> a promis que {rien ne serait détruit}.",
        ["Luc Aubin"],
    ),
    (
        "chief of diplomacy is the foreign minister",
        "Le ministre des Affaires étrangères du Sardan, Ilan Petrov, est arrivé mardi. <Le chef de la diplomatie> a déclaré que {la trêve tiendrait}.",
        ["Ilan Petrov"],
    ),
    (
        "two ministers, title with complement",
        "La ministre de la Justice, Claire Faugère, et le ministre de l'Intérieur, Marc Thévenin, étaient présents. <Le ministre de l'Intérieur> a annoncé que {dix agents viendraient}. <La garde des Sceaux> a promis {une loi}.",
        ["Marc Thévenin", "Claire Faugère"],
    ),
    (
        "unexplained title keeps its words",
        "<Le ministre de l'Agriculture> a indiqué que {les aides seraient versées}.",
        ["ministre de l'Agriculture"],
    ),
    (
        "metonym",
        "<Le Kremlin> a démenti {toute implication}. <L'Élysée> a salué {un pas important}.",
        ["Kremlin", "Élysée"],
    ),
    (
        "body with complement then bare",
        "<La préfecture de l'Orvanche> a indiqué que {la route était coupée}. <La préfecture> appelle {à la prudence}.",
        ["préfecture de l'Orvanche", "préfecture de l'Orvanche"],
    ),
    (
        "public prosecutor's office",
        "{Une enquête est ouverte}, a annoncé <le parquet de Valbrune>. <Le parquet> précise que {le suspect est mineur}.",
        ["parquet de Valbrune", "parquet de Valbrune"],
    ),
    (
        "union by letters, feminine pronoun",
        "<La CGT> dénonce {un mépris total}. <Elle> appelle {à une grève mardi}.",
        ["CGT", "CGT"],
    ),
    (
        "Nato and Otan are one",
        "<Nato> affirme que {l'exercice est terminé}. <L'Alliance atlantique> ajoute que {d'autres suivront}.",
        ["OTAN", "OTAN"],
    ),
    (
        "unnamed official then the official",
        "{Nous étions prévenus}, a confié <un responsable sardanais s'exprimant sous couvert d'anonymat>. {Personne n'a bougé}, a regretté <le responsable>.",
        ["responsable sardanais", "responsable sardanais"],
    ),
    (
        "unnamed plural",
        "<Certains experts> estiment que {le barrage est fragile}. <Des témoins> racontent {avoir entendu une détonation}.",
        ["certains experts", "témoins"],
    ),
    (
        "source close to",
        "Selon <une source proche du dossier>, {le conducteur roulait vite}.",
        ["source proche du dossier"],
    ),
    ("analysis of a body", "Selon <une analyse de l'Insee>, {les prix baissent}.", ["Insee"]),
    (
        "joint speakers",
        "<Kiev et les Européens> réclament {un cessez-le-feu}.",
        ["Kiev et Européens"],
    ),
    (
        "two people of one last name",
        "Luc Roy, agriculteur, et sa sœur Anne Roy, infirmière, vivent là. <M. Roy> raconte que {l'eau est montée}. <Mme Roy> ajoute que {tout a flotté}.",
        ["Luc Roy", "Anne Roy"],
    ),
    (
        "last one named",
        "Luc Aubin a rencontré Paul Dervaux. <Ce dernier> a parlé {d'un échange franc}.",
        ["Paul Dervaux"],
    ),
    (
        "possessive of a warning",
        "<Luc Aubin> a pris la parole pour dire que {la digue céderait}. <Son> avertissement que {des familles partiraient} a surpris.",
        ["Luc Aubin", "Luc Aubin"],
    ),
    (
        "quotation that goes on",
        "{« Nous partons. »}, a lancé <Anne Morvan>. {+« Rien ne nous retient. »}",
        ["Anne Morvan", "Anne Morvan"],
    ),
    (
        "translator's possessive",
        "L'intervention de Morvans a duré une heure. <Anne Morvan> a dit que {tout allait bien}.",
        ["Anne Morvan"],
    ),
    (
        "genitive person in the subject",
        "Le discours de Paul Dervaux a surpris ses alliés. <Il> a annoncé {son retrait}.",
        ["Paul Dervaux"],
    ),
    (
        "spokesperson in apposition behind",
        "<Sonia Lambel, porte-parole de la gendarmerie,> a déclaré que {deux personnes étaient entendues}. <La porte-parole> a refusé {d'en dire plus}.",
        ["Sonia Lambel", "Sonia Lambel"],
    ),
    (
        "spokesperson of a person is not that person",
        "Le porte-parole de Paul Dervaux était joignable. <Le porte-parole de Paul Dervaux> a démenti {ces rumeurs}.",
        ["porte-parole de Paul Dervaux"],
    ),
    (
        "another spelling of a name",
        "<Le président Oleksandr Varenko> a promis que {l'aide viendrait}. Les conseillers de Varenkos étaient là. <Varenko> a salué {ses alliés}.",
        ["Oleksandr Varenko", "Oleksandr Varenko"],
    ),
    (
        "the man in his forties",
        "Karim Lassoued comparaissait mardi. <Le quadragénaire> a nié {les faits}.",
        ["Karim Lassoued"],
    ),
    (
        "plural pronoun for a union",
        "<Les syndicats> ont rejeté {l'accord}. <Ils> demandent {une hausse des salaires}.",
        ["syndicats", "syndicats"],
    ),
    (
        "country and its pronoun",
        "<L'Ukraine> a affirmé que {trois drones étaient tombés}. <Elle> réclame {des moyens}.",
        ["Ukraine", "Ukraine"],
    ),
    (
        "same title, wrong man stays another",
        "<Le directeur de l'usine, Hugo Marchal,> a dit que {tout était conforme}.\n<Le directeur de l'usine, Émile Sartre,> a dit que {rien n'était prêt}.",
        ["Hugo Marchal", "Émile Sartre"],
    ),
    (
        "ministry",
        "Le <ministère de l'Éducation nationale> a précisé que {les cours reprendraient}.",
        ["ministère de l'Éducation nationale"],
    ),
    (
        "foreign services",
        "<Les services de renseignement norvégiens> soupçonnent {une fuite}.",
        ["services de renseignement norvégiens"],
    ),
    (
        "the place that opens a headline",
        "<Sardan, l'ONU> confirme {la fin des combats}",
        ["ONU"],
    ),
    (
        "a body taken up by a pronoun",
        "Selon <Luc Aubin>, {tout va bien}. La mairie de Valbrune, <elle>, parle {d'un retard}.",
        ["Luc Aubin", "mairie de Valbrune"],
    ),
    (
        "two titles before one name",
        "{Dix lits sont fermés}, dit <la cheffe du service>, la professeure Nadia Belkacem.",
        ["Nadia Belkacem"],
    ),
    (
        "plural subject that has not spoken",
        "Les couvreurs de Valbrune ont voté. {On tient}, dit <Luc Aubin>. <Ils> demandent {une prime}.",
        ["Luc Aubin", "couvreurs de Valbrune"],
    ),
    (
        "common noun as a new subject",
        "<Luc Aubin> a parlé {du pont}. Une habitante du quartier a tout filmé. <Elle> raconte {une secousse}.",
        ["Luc Aubin", "habitante du quartier"],
    ),
    (
        "a title before a name is no speaker of its own",
        "Le dirigeant sardanais Ilan Petrov - un allié du roi - a semblé hésiter. <Il> a parlé {d'un piège}.",
        ["Ilan Petrov"],
    ),
]

SECOND_HALF: list[Row] = [
    (
        "name behind the verb, then inverted pronoun",
        "{« Le train partira »}, a promis <le directeur régional de la SNCF, Bruno Castel>. {« Aucun retard »}, a-t-<il> ajouté.",
        ["Bruno Castel", "Bruno Castel"],
    ),
    (
        "she after a masculine form of a title",
        "<Le président de l'association Nadia Belkacem> a dit que {le local fermerait}. <Elle> a parlé {d'un gâchis}.",
        ["Nadia Belkacem", "Nadia Belkacem"],
    ),
    (
        "pronoun skips a body that does not agree",
        "<Hugo Marchal> a indiqué que {l'usine rouvrirait}. La direction a publié un calendrier. <Il> a promis {des primes}.",
        ["Hugo Marchal", "Hugo Marchal"],
    ),
    (
        "according to him",
        "Bruno Castel a visité le chantier. Selon <lui>, {les délais seront tenus}.",
        ["Bruno Castel"],
    ),
    (
        "elected woman",
        "La députée de Valbrune, Inès Courtois, a réagi. Pour <l'élue>, {le texte va trop loin}.",
        ["Inès Courtois"],
    ),
    (
        "lawyer with a form of address",
        "L'avocat du suspect, Me Gaspard Lenoir, attendait devant le tribunal. {« Mon client est innocent »}, a dit <Me Lenoir>. <L'avocat> a demandé {une expertise}.",
        ["Gaspard Lenoir", "Gaspard Lenoir"],
    ),
    (
        "prosecutor",
        "<La procureure de la République de Valbrune, Odile Sarment,> a annoncé {une mise en examen}. <La magistrate> a précisé que {l'homme était connu}.",
        ["Odile Sarment", "Odile Sarment"],
    ),
    (
        "head of state is the president",
        "Le président sardanais Emil Toran s'est exprimé à la télévision. <Le chef de l'État> a décrété {l'état d'urgence}.",
        ["Emil Toran"],
    ),
    (
        "head of government is not the president",
        "Le président sardanais Emil Toran a nommé la première ministre Vera Danko. <La cheffe du gouvernement> a promis {des réformes}.",
        ["Vera Danko"],
    ),
    (
        "three ministers, bare title after the nearest",
        "Le ministre de l'Économie, Yann Lefort, a ouvert la séance. Le ministre du Travail, Denis Ravel, a suivi. <Le ministre> a jugé {l'accord équilibré}.",
        ["Denis Ravel"],
    ),
    (
        "newspaper behind an article",
        "Selon <les informations du Monde>, {le contrat est signé}.",
        ["Le Monde"],
    ),
    (
        "press statement of a body",
        "Selon <un communiqué de la mairie de Valbrune>, {l'école rouvrira}.",
        ["mairie de Valbrune"],
    ),
    (
        "American department",
        "<Le département d'État américain> a condamné {l'attaque}.",
        ["département d'État américain"],
    ),
    (
        "government and adjective",
        "<Le gouvernement sardanais> a rejeté {ces accusations}. <Le gouvernement> a parlé {d'ingérence}.",
        ["gouvernement sardanais", "gouvernement sardanais"],
    ),
    (
        "city stays a city",
        "<Pékin> a appelé {à la retenue}. <Beijing> a dit {suivre la situation}.",
        ["Pékin", "Pékin"],
    ),
    (
        "a resident without a name, then her",
        "{On a tout perdu}, souffle <une habitante du quartier>. {L'eau est montée vite}, raconte-t-<elle>.",
        ["habitante du quartier", "habitante du quartier"],
    ),
    (
        "several media",
        "Selon <plusieurs médias locaux>, {le maire démissionne}.",
        ["médias locaux"],
    ),
    (
        "relative clause is no part of the name",
        "<Un policier qui a participé à l'opération> raconte que {la porte était ouverte}.",
        ["policier"],
    ),
    (
        "first name and last name with particle",
        "<Ludivine de La Tour, présidente du club,> annonce {son départ}. <Mme de La Tour> partira {en juin}.",
        ["Ludivine de La Tour", "Ludivine de La Tour"],
    ),
    (
        "initialled body and its full name",
        "<L'Organisation mondiale de la santé> redoute {une épidémie}. <L'OMS> demande {des vaccins}.",
        ["Organisation mondiale de la santé", "Organisation mondiale de la santé"],
    ),
    ("union section", "<Le syndicat Sud-Rail> maintient {son préavis}.", ["syndicat Sud-Rail"]),
    (
        "firefighters",
        "<Les pompiers> indiquent que {le feu est fixé}. <Ils> restent {mobilisés toute la nuit}.",
        ["pompiers", "pompiers"],
    ),
    (
        "demonym with an article",
        "Le pilote Jonas Verbeke a terminé deuxième. <Le Belge> a regretté {une erreur de stratégie}.",
        ["Jonas Verbeke"],
    ),
    (
        "feminine demonym",
        "La nageuse Freja Nilsen a gagné. <La Danoise> a dédié {sa victoire à sa mère}.",
        ["Freja Nilsen"],
    ),
    (
        "coach by another word",
        "L'entraîneur de Valbrune, Stefan Krol, était déçu. <Le technicien> a évoqué {un manque d'envie}.",
        ["Stefan Krol"],
    ),
    (
        "researcher as expert",
        "<Marta Quillon, chercheuse à l'université de Valbrune,> explique que {le sol s'affaisse}. Selon <la spécialiste>, {rien ne presse}.",
        ["Marta Quillon", "Marta Quillon"],
    ),
    (
        "the person in the heading is no antecedent",
        "Réaction de Paul Dervaux\n\n<Luc Aubin> a estimé que {la loi était claire}. <Il> a promis {un recours}.",
        ["Luc Aubin", "Luc Aubin"],
    ),
    (
        "quotation between speaker and pronoun",
        "<Anne Morvan> a réagi : {« Paul Dervaux se trompe. Il ment. »} <Elle> a ajouté que {le vote aurait lieu}.",
        ["Anne Morvan", "Anne Morvan"],
    ),
    (
        "two speakers in turn",
        "<Anne Morvan> a dit que {le budget était voté}. <Paul Dervaux> a répondu que {c'était faux}. <Il> a quitté la salle en criant {au scandale}. <Elle> a déploré {ce départ}.",
        ["Anne Morvan", "Paul Dervaux", "Paul Dervaux", "Anne Morvan"],
    ),
    (
        "joint people",
        "<Luc Aubin et Anne Morvan> ont signé une tribune où ils demandent {un référendum}.",
        ["Luc Aubin et Anne Morvan"],
    ),
    (
        "white house",
        "<La Maison-Blanche> a confirmé {la rencontre}. <Elle> n'a pas précisé {la date}.",
        ["Maison-Blanche", "Maison-Blanche"],
    ),
    (
        "an adviser of the minister",
        "<Un conseiller du ministre> évoque {un malentendu}.",
        ["conseiller du ministre"],
    ),
    (
        "machine translation: capital in the title",
        "<Le Premier Ministre Arvo Linna> a dit que {la frontière fermerait}. <Linna> a ajouté que {l'armée serait déployée}.",
        ["Arvo Linna", "Arvo Linna"],
    ),
    (
        "general of an army",
        "<Le général Pavel Dorin> a assuré que {la ligne tenait}. <Le militaire> a démenti {un repli}.",
        ["Pavel Dorin", "Pavel Dorin"],
    ),
    (
        "she for a company",
        "<L'entreprise Novalpe> a reconnu {une fuite}. <Elle> s'engage {à indemniser les riverains}.",
        ["entreprise Novalpe", "entreprise Novalpe"],
    ),
]
