/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-xmi-types.h"

#include "exchange-fixture.h"

/* A feature's name is an identifier, and not one that every annotation has. */
static void
test_names (void)
{
  const struct { const char *attribute; const char *feature; const char *back; } cases[] = {
    { "stance", "stance", "stance" },
    { "label", "label_", "label" },
    { "type", "type_", "type" },
    { "no-source", "no_source", "no-source" },
    { "sub-type", "sub_type", "sub_type" },   /* told apart by the codebook, on reading */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *feature = asc_xmi_types_feature (cases[i].attribute);
      g_autofree char *back = asc_xmi_types_attribute (feature);

      g_assert_cmpstr (feature, ==, cases[i].feature);
      g_assert_cmpstr (back, ==, cases[i].back);
    }
}

/* What the codebook lacks has a feature too, and what may be several is an array everywhere. */
static void
test_features (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "Taxes fall.");
  g_autoptr (AscXmiTypes) types = asc_xmi_types_new ();
  g_autofree char *xml = NULL;

  layer_fixture_annotate (fixture, "c1", "claim", "Taxes fall", "mood=good");
  asc_xmi_types_add_layer (types, &fixture->layer);
  g_assert_true (asc_xmi_types_is_array (types, "category"));
  g_assert_false (asc_xmi_types_is_array (types, "stance"));
  g_assert_false (asc_xmi_types_is_array (types, "mood"));
  xml = asc_xmi_types_to_xml (types);
  g_assert_nonnull (strstr (xml, "<name>category</name><description/><rangeTypeName>uima.cas.StringArray</rangeTypeName>"));
  g_assert_nonnull (strstr (xml, "<name>mood</name><description/><rangeTypeName>uima.cas.String</rangeTypeName>"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xmi-types/names", test_names);
  g_test_add_func ("/xmi-types/features", test_features);

  return g_test_run ();
}
