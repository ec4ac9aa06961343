/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importer-fixture.h"

static void
assert_import (const char *xml,
               const char *expected)
{
  g_autofree char *imported = import_text ("xmi", "x.xmi", xml, NULL);

  g_assert_cmpstr (imported, ==, expected);
}

#define XMI(content) "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\" " \
                     "xmlns:seg=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" xmi:version=\"2.0\">\n" content "</xmi:XMI>"
#define SOFA "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"a&#10;b&lt;\"/>\n"

/* Other people's types: the relation stands before its ends, and arrays are elements. */
static void
test_foreign (void)
{
  assert_import (XMI ("<custom:Link xmi:id=\"5\" sofa=\"1\" begin=\"2\" end=\"3\" Governor=\"3\" Dependent=\"4\" label=\"by\"/>\n"
                      "<seg:Token xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"1\"/>\n"
                      "<custom:Claim xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"1\" stance=\"for\"><topic>x</topic><topic>y &amp; z</topic></custom:Claim>\n"
                      "<custom:Named xmi:id=\"4\" sofa=\"1\" begin=\"2\" end=\"3\" value=\"PER\" identifier=\"wang\"/>\n" SOFA),
                 "x|a\nb<|\n-: 3 Claim 0-1 {stance=for, topic=x, topic=y & z}\n-: 4 PER 2-3 {@actor=wang}\nby(3, 4)\n");
}

/* What is passed over is told, a line for each type. */
static void
test_broken (void)
{
  assert_import (XMI ("<custom:Claim xmi:id=\"3\" sofa=\"1\" begin=\"x\" end=\"1\"/>\n<custom:Claim xmi:id=\"3\" sofa=\"9\" begin=\"0\" end=\"1\"/>\n"
                      "<custom:Host xmi:id=\"6\"/>\n<custom:Host xmi:id=\"7\"/>\n<custom:Link sofa=\"1\" begin=\"0\" end=\"1\" Governor=\"7\" Dependent=\"8\"/>\n" SOFA),
                 "x|a\nb<|\n! format 2\n! dangling 6\n! format\n! format\n");
  assert_import (XMI (""), "! format\n");
  assert_import ("<x>", "! syntax 1\n");
  assert_import ("", "! syntax 1\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xmi-importer/foreign", test_foreign);
  g_test_add_func ("/xmi-importer/broken", test_broken);

  return g_test_run ();
}
