import type { StatusWordList } from './status-word-list';

/** What French health endpoints say. Agreement in gender is spelled out; accents are already folded. */
export const french: StatusWordList = {
  ok: `en ligne, actif, active, operationnel, operationnelle, operationnels, disponible, disponibles, accessible, joignable, connecte,
    connectee, en service, en marche, fonctionnel, fonctionnelle, fonctionne, en bonne sante, bonne sante, sain, saine, bon, bonne,
    reussi, reussie, succes, pret, prete, demarre, demarree, tout va bien, en fonctionnement, en cours d execution, vert, verte, oui,
    nominal, nominale, active et connectee, a jour, repond, valide, conforme, synchronise, synchronisee`,
  degraded: `degrade, degradee, lent, lente, ralenti, ralentie, avertissement, partiel, partielle, partiellement disponible, instable,
    perturbe, perturbee, mode degrade, en mode degrade, limite, limitee, jaune, sature, saturee, degradation, panne partielle, alerte,
    surcharge, surchargee, en retard, fragile, lecture seule`,
  down: `erreur, erreurs, en erreur, injoignable, indisponible, indisponibles, hors ligne, hors service, en panne, panne, echec, en echec,
    echoue, echouee, en defaut, defaut, defaillant, defaillante, defaillance, deconnecte, deconnectee, arrete, arretee, a l arret,
    non disponible, non connecte, non connectee, non accessible, inaccessible, critique, mort, morte, bloque, bloquee, rouge, non,
    ne repond pas, ne repond plus, pas de reponse, aucune reponse, connexion refusee, connexion impossible, connexion perdue,
    delai depasse, delai d attente depasse, expire, expiree, interrompu, interrompue, tombe, tombee, perdu, perdue, panne majeure,
    panne totale, hs, plante, plantee, non operationnel, non operationnelle, non fonctionnel, pas pret, non pret, refuse, refusee, introuvable,
    pas ok, non ok, pas disponible, pas joignable, non joignable, pas accessible, impossible`,
  disabled: `desactive, desactivee, inactif, inactive, non configure, non configuree, pas configure, ignore, ignoree, en pause, suspendu,
    suspendue, non utilise, non utilisee, en maintenance, non active, non activee, sans objet, non applicable, non requis, eteint, eteinte,
    coupe volontairement, saute, non installe, non installee, aucun, aucune`,
  unknown: `inconnu, inconnue, en attente, en cours, en cours de demarrage, demarrage, demarrage en cours, au demarrage, non verifie,
    non verifiee, non teste, indetermine, indeterminee, en cours de verification, en cours d initialisation, initialisation, redemarrage,
    pas de donnees, en chargement, verification en cours, en cours de connexion`,
};
