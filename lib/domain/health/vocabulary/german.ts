import type { StatusWordList } from './status-word-list';

/** What German health endpoints say; umlauts both folded (gestort) and written out (gestoert). */
export const german: StatusWordList = {
  ok: `gesund, verfugbar, verfuegbar, erreichbar, verbunden, bereit, aktiv, lauft, laeuft, laufend, in ordnung, in betrieb, betriebsbereit,
    gut, erfolgreich, erfolg, grun, gruen, ja, einsatzbereit, gestartet, alles ok, alles gut, funktioniert, funktionsfahig, funktionsfaehig,
    fehlerfrei, bestanden, online, eingeschaltet, aktiviert, antwortet, stabil`,
  degraded: `beeintrachtigt, beeintraechtigt, eingeschrankt, eingeschraenkt, eingeschrankt verfugbar, langsam, warnung, warnungen, gelb,
    instabil, teilweise, teilweise verfugbar, teilweise verfuegbar, verzogert, verzoegert, verlangsamt, uberlastet, ueberlastet, degradiert,
    teilausfall, teilstorung, teilstoerung, nur lesen, ausgelastet, achtung`,
  down: `fehler, fehlerhaft, ausgefallen, ausfall, gestort, gestoert, storung, stoerung, nicht erreichbar, nicht verfugbar, nicht verfuegbar,
    nicht verbunden, nicht bereit, nicht ok, nicht gesund, unerreichbar, nicht in ordnung, getrennt, fehlgeschlagen, gestoppt, angehalten,
    kritisch, defekt, tot, abgesturzt, abgestuerzt, rot, nein, keine verbindung, verbindung verweigert, verbindungsfehler,
    zeituberschreitung, zeitueberschreitung, ausser betrieb, gescheitert, krank, ungesund, abgelehnt, beendet, antwortet nicht,
    keine antwort, lauft nicht, laeuft nicht, unterbrochen, vollausfall, totalausfall, abgelaufen, funktioniert nicht, blockiert, unverfugbar`,
  disabled: `deaktiviert, ausgeschaltet, abgeschaltet, inaktiv, nicht konfiguriert, ubersprungen, uebersprungen, wartung, in wartung,
    wartungsmodus, wartungsarbeiten, pausiert, nicht aktiviert, nicht aktiv, aus, nicht eingerichtet, nicht verwendet, nicht genutzt,
    nicht installiert, ignoriert, keine, kein`,
  unknown: `unbekannt, wird gestartet, startet, startend, ausstehend, nicht gepruft, nicht geprueft, ungepruft, ungeprueft, initialisierung,
    wartend, unklar, wird initialisiert, keine daten, wird gepruft, wird geprueft, im aufbau, hochfahren, fahrt hoch, nicht gestartet`,
};
