/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-cue-lexicon.h"

#include <string.h>

/* Word forms, and phrases of up to three words. Only forms that report: "claim" and "state" also as nouns are let in, since a
 * cue alone suggests nothing; it only ranks what is near it. */
static const char * const english[] = {
  "say", "says", "said", "saying", "tell", "tells", "told", "telling", "state", "states", "stated", "stating", "claim", "claims", "claimed",
  "claiming", "add", "adds", "added", "adding", "announce", "announces", "announced", "announcing", "argue", "argues", "argued", "arguing",
  "ask", "asks", "asked", "assert", "asserts", "asserted", "asserting", "believe", "believes", "believed", "believing", "confirm", "confirms",
  "confirmed", "confirming", "contend", "contends", "contended", "deny", "denies", "denied", "denying", "declare", "declares", "declared",
  "declaring", "demand", "demands", "demanded", "demanding", "describe", "describes", "described", "emphasise", "emphasised", "emphasises",
  "emphasize", "emphasized", "emphasizes", "emphasizing", "explain", "explains", "explained", "explaining", "insist", "insists", "insisted",
  "insisting", "maintain", "maintains", "maintained", "note", "notes", "noted", "noting", "point out", "points out", "pointed out",
  "pointing out", "predict", "predicts", "predicted", "promise", "promises", "promised", "promising", "propose", "proposes", "proposed",
  "recall", "recalls", "recalled", "remark", "remarks", "remarked", "report", "reports", "reported", "reporting", "reveal", "reveals",
  "revealed", "suggest", "suggests", "suggested", "suggesting", "stress", "stresses", "stressed", "stressing", "testify", "testifies",
  "testified", "think", "thinks", "thought", "threaten", "threatens", "threatened", "urge", "urges", "urged", "urging", "vow", "vows", "vowed",
  "warn", "warns", "warned", "warning", "write", "writes", "wrote", "writing", "acknowledge", "acknowledges", "acknowledged", "admit", "admits",
  "admitted", "admitting", "agree", "agrees", "agreed", "allege", "alleges", "alleged", "alleging", "call for", "calls for", "called for",
  "caution", "cautions", "cautioned", "complain", "complains", "complained", "concede", "concedes", "conceded", "conclude", "concludes",
  "concluded", "criticise", "criticised", "criticize", "criticized", "highlight", "highlights", "highlighted", "hint", "hints", "hinted",
  "inform", "informed", "mention", "mentions", "mentioned", "observe", "observes", "observed", "pledge", "pledges", "pledged", "quote", "quoted",
  "reiterate", "reiterates", "reiterated", "reply", "replies", "replied", "respond", "responds", "responded", "tweet", "tweeted", "post", "posted",
  "according to", "in the words of", "in the view of", "in the opinion of", "expect", "expects", "expected", "hope", "hopes", "hoped", "feel", "feels",
  "felt", "want", "wants", "wanted", "accuse", "accuses", "accused", "accusing", "dismiss", "dismisses", "dismissed", "reject", "rejects",
  "rejected", "recommend", "recommends", "recommended", "indicate", "indicates", "indicated", "estimate", "estimates", "estimated",
  NULL
};

static const char * const german[] = {
  "sagt", "sagte", "sagten", "sagen", "gesagt", "erklärt", "erklärte", "erklärten", "erklären", "betont", "betonte", "betonten", "meint", "meinte",
  "meinten", "behauptet", "behauptete", "behaupteten", "fordert", "forderte", "forderten", "kritisiert", "kritisierte", "kritisierten",
  "warnt", "warnte", "warnten", "teilte mit", "teilten mit", "mitgeteilt", "kündigte an", "kündigt an", "angekündigt", "räumte ein", "räumt ein",
  "wies zurück", "weist zurück", "bestätigt", "bestätigte", "bestätigten", "dementiert", "dementierte", "bestreitet", "bestritt", "schreibt",
  "schrieb", "berichtet", "berichtete", "berichteten", "verspricht", "versprach", "versprachen", "verlangt", "verlangte", "glaubt", "glaubte",
  "findet", "fügte hinzu", "äußerte", "äußerten", "äußert", "erläuterte", "verkündete", "argumentiert", "argumentierte", "laut", "zufolge",
  "nach angaben", "nach ansicht", "nach auffassung", "aus sicht", "plädiert", "plädierte", "zitiert", "unterstrich", "hob hervor", "prognostiziert",
  NULL
};

static const char * const french[] = {
  "dit", "disent", "disait", "déclare", "déclarent", "déclaré", "déclarait", "affirme", "affirment", "affirmé", "affirmait", "explique",
  "expliquent", "expliqué", "expliquait", "estime", "estiment", "estimé", "estimait", "selon", "d’après", "d'après", "assure", "assurent", "assuré",
  "annonce", "annoncent", "annoncé", "confirme", "confirment", "confirmé", "dément", "démenti", "nie", "nié", "accuse", "accusent", "accusé",
  "demande", "demandent", "demandé", "promet", "promettent", "promis", "souligne", "soulignent", "souligné", "ajoute", "ajoutent", "ajouté",
  "précise", "précisent", "précisé", "indique", "indiquent", "indiqué", "rappelle", "rappelé", "regrette", "regretté", "critique", "critiqué",
  "dénonce", "dénoncent", "dénoncé", "juge", "jugé", "pense", "pensent", "raconte", "raconté", "répond", "répondu", "écrit", "prévient", "prévenu",
  "aux yeux de", "soutient", "soutenu", "reconnaît", "reconnu", "lance", "lancé", "martèle", "martelé",
  NULL
};

static const char * const spanish[] = {
  "dice", "dicen", "dijo", "dijeron", "dicho", "afirma", "afirman", "afirmó", "afirmaron", "afirmado", "declara", "declaró", "declararon",
  "declarado", "explica", "explicó", "explicaron", "asegura", "aseguran", "aseguró", "aseguraron", "según", "señala", "señaló", "señalaron", "indica",
  "indicó", "indicaron", "anuncia", "anunció", "anunciaron", "confirma", "confirmó", "confirmaron", "niega", "negó", "negaron", "acusa", "acusó",
  "acusaron", "pide", "pidió", "pidieron", "exige", "exigió", "exigieron", "promete", "prometió", "prometieron", "advierte", "advirtió", "advirtieron",
  "añade", "añadió", "añadieron", "cree", "creen", "opina", "opinó", "sostiene", "sostuvo", "reconoce", "reconoció", "denuncia", "denunció", "critica",
  "criticó", "de acuerdo con", "a juicio de", "escribió", "respondió", "recordó", "subrayó", "insistió", "manifestó",
  NULL
};

static const struct
{
  const char         *language;
  const char * const *cues;
} tables[] = {
  { "en", english },
  { "de", german },
  { "fr", french },
  { "es", spanish },
};

/* Phrase → itself, one set a language, made when first used and kept: the tables never change. */
static GHashTable *
get_table (const char *language)
{
  static GMutex mutex;
  static GHashTable *sets[G_N_ELEMENTS (tables)];
  gsize which = 0;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  for (gsize i = 0; language && i < G_N_ELEMENTS (tables); i++)
    {
      if (g_str_has_prefix (language, tables[i].language) && !g_ascii_isalpha (language[2]))
        which = i;
    }

  if (!sets[which])
    {
      sets[which] = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; tables[which].cues[i]; i++)
        g_hash_table_add (sets[which], (gpointer) tables[which].cues[i]);
    }
  return sets[which];
}

static void
append_word (GString *phrase, AscText *text, const AscSpan *word)
{
  g_autofree char *slice = asc_text_slice (text, word);
  g_autofree char *lower = g_utf8_strdown (slice, -1);

  if (phrase->len)
    g_string_append_c (phrase, ' ');
  g_string_append (phrase, lower);
}

/**
 * asc_cue_lexicon_match:
 * @language: (nullable): BCP 47
 * @text: the text
 * @words: (array length=n_words): its words, or some of them in a row
 * @n_words: how many
 * @i: where a cue might begin
 *
 * Returns: of how many words the longest cue that begins there consists, 0 when none does
 */
guint
asc_cue_lexicon_match (const char *language, AscText *text, const AscSpan *words, gsize n_words, gsize i)
{
  g_autoptr (GString) phrase = g_string_new (NULL);
  GHashTable *table;
  guint longest = 0;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (i < n_words, 0);

  table = get_table (language);
  for (guint n = 1; n <= 4 && i + n <= n_words; n++)
    {
      append_word (phrase, text, &words[i + n - 1]);
      if (g_hash_table_contains (table, phrase->str))
        longest = n;
    }
  return longest;
}

/**
 * asc_cue_lexicon_find_in:
 * @segmenter: the text's segmenter
 * @language: (nullable): BCP 47
 * @range: where to look, in code points
 *
 * Returns: (transfer full) (element-type AscSpan): the cues in @range, ascending
 */
GArray *
asc_cue_lexicon_find_in (AscSegmenter *segmenter, const char *language, const AscSpan *range)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  AscText *text;
  AscSpan word;

  g_return_val_if_fail (segmenter != NULL && range != NULL, cues);

  text = asc_segmenter_get_text (segmenter);
  for (guint at = range->start;
       at < range->end && asc_segmenter_next_segment (segmenter, ASC_SEGMENT_WORD, at, &word) && word.end <= range->end;
       at = word.end)
    g_array_append_val (words, word);

  for (guint i = 0; i < words->len;)
    {
      const AscSpan *all = (const AscSpan *) words->data;
      guint n = asc_cue_lexicon_match (language, text, all, words->len, i);

      if (n > 0)
        {
          AscSpan cue = ASC_SPAN (all[i].start, all[i + n - 1].end);
          g_array_append_val (cues, cue);
        }
      i += MAX (n, 1);
    }
  return cues;
}
