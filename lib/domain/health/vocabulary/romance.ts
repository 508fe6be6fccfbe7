import type { StatusWordList } from './status-word-list';

/** The commonest Portuguese, Spanish and Italian words. */
export const romance: StatusWordList = {
  ok: `saudavel, disponivel, conectado, conectada, ativo, ativa, operacional, funcionando, no ar, sucesso, pronto, sim, saludable, sano,
    disponible, activo, activa, operativo, en linea, exito, listo, correcto, bien, disponibile, connesso, attivo, in linea, funzionante,
    successo, verde, acessivel, accesible, raggiungibile, em execucao, en ejecucion, in esecuzione`,
  degraded: `degradado, degradada, lento, lenta, alerta, aviso, advertencia, parcial, amarelo, amarillo, degradato, avviso, parziale, giallo,
    instavel, inestable, instabile, avvertimento`,
  down: `erro, erros, falha, falhou, indisponivel, desconectado, desconectada, fora do ar, parado, parada, critico, critica, inacessivel, nao,
    fallo, fallido, caido, caida, no disponible, fuera de servicio, detenido, errore, guasto, fallito, non disponibile, disconnesso,
    non raggiungibile, fuori servizio, fermo, rosso, rojo, vermelho, inalcanzable, inaccesible, nao disponivel, nao conectado, no conectado,
    sem conexao, sin conexion, sin respuesta, nao saudavel, no saludable, non connesso`,
  disabled: `desativado, desativada, desabilitado, nao configurado, nao configurada, manutencao, em manutencao, ignorado, desactivado,
    deshabilitado, no configurado, mantenimiento, en mantenimiento, omitido, disabilitato, disattivato, non configurato, manutenzione, inativo,
    inactivo, inattivo`,
  unknown: `desconhecido, desconhecida, pendente, iniciando, desconocido, desconocida, pendiente, sconosciuto, sconosciuta, in avvio, in attesa,
    aguardando, verificando`,
};
