/* premise-audit-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-audit-row.h"

#include <glib/gi18n.h>

/* Enough digits for two numbers that are not the same to look different. */
#define SIGNIFICANT 6

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
format_numbers (PremiseReport            *report,
                const PremiseAuditEntry  *entry,
                const char               *language,
                char                    **printed,
                char                    **computed)
{
  PremiseFormat format = premise_report_get_info (report, entry->variable)->format;

  *printed = premise_report_format_cell (report, entry->variable, entry->printed, &format, language);
  *computed = premise_report_format_cell (report, entry->variable, entry->computed, &format,
                                          language);
  if (entry->status == PREMISE_AUDIT_MATCH || !g_str_equal (*printed, *computed))
    return;

  format.significant = SIGNIFICANT;
  g_free (*printed);
  g_free (*computed);
  *printed = premise_report_format_cell (report, entry->variable, entry->printed, &format, language);
  *computed = premise_report_format_cell (report, entry->variable, entry->computed, &format,
                                          language);
}

static GtkWidget *
status_new (PremiseAuditStatus status)
{
  static const struct { const char *icon, *css_class; } looks[] = {
    { "object-select-symbolic", "success" },
    { "view-more-horizontal-symbolic", "dimmed" },
    { "dialog-warning-symbolic", "warning" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", looks[status].icon,
                                  NULL);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (premise_audit_status_word (status)));
  gtk_widget_add_css_class (box, looks[status].css_class);
  gtk_widget_set_valign (box, GTK_ALIGN_START);

  return box;
}

static char *
dup_place (PremiseSession          *session,
           const PremiseAuditEntry *entry,
           guint                    section)
{
  PremiseReport *report = premise_session_get_report (session);
  guint page = premise_variable_info_get_page (premise_report_get_info (report, entry->variable),
                                               entry->cell);
  g_autoptr(GString) place = g_string_new (NULL);

  if (section != PREMISE_MODEL_NOT_FOUND)
    {
      const PremiseSection *shown = premise_report_get_section (report, section);
      g_autofree char *title =
        premise_text_render_plain (shown->title, premise_session_get_language (session),
                                   premise_session_get_evaluator (session));

      if (shown->number != NULL)
        g_string_append_printf (place, "%s ", shown->number);
      g_string_append (place, title);
    }

  if (page > 0)
    {
      if (place->len > 0)
        g_string_append (place, " · ");
      /* Translators: a page of the document that the report is made from. */
      g_string_append_printf (place, _("Page %u"), page);
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

static char *
dup_note (PremiseSession          *session,
          const PremiseAuditEntry *entry)
{
  PremiseText *note =
    premise_report_get_info (premise_session_get_report (session), entry->variable)->note;

  if (note == NULL || entry->status == PREMISE_AUDIT_MATCH)
    return NULL;

  return premise_text_render_plain (note, premise_session_get_language (session),
                                    premise_session_get_evaluator (session));
}

/**
 * premise_audit_status_word:
 * @status: a status
 *
 * Returns: a word for it in the language of the interface
 */
const char *
premise_audit_status_word (PremiseAuditStatus status)
{
  switch (status)
    {
    case PREMISE_AUDIT_MATCH:
      /* Translators: a printed number, with that of the model. */
      return _("Matches");

    case PREMISE_AUDIT_APPROXIMATE:
      return _("About the same");

    case PREMISE_AUDIT_DIFFERS:
      /* Translators: a printed number, from that of the model. */
      return _("Differs");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * premise_audit_dup_sections:
 * @report: a report
 *
 * Finds the first section that shows each variable.
 *
 * Returns: (transfer full): a section for each variable of the model,
 *   %PREMISE_MODEL_NOT_FOUND for those that no section shows
 */
guint *
premise_audit_dup_sections (PremiseReport *report)
{
  guint n_variables = premise_model_get_n_variables (premise_report_get_model (report));
  guint *sections = g_new (guint, n_variables + 1);

  for (guint i = 0; i < n_variables; i++)
    sections[i] = PREMISE_MODEL_NOT_FOUND;

  for (guint i = 0; i < premise_report_get_n_sections (report); i++)
    {
      const PremiseSection *section = premise_report_get_section (report, i);
      g_autoptr(GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < section->blocks->len; j++)
        premise_block_add_variables (g_ptr_array_index (section->blocks, j), shown);

      for (guint j = 0; j < shown->len; j++)
        {
          guint variable = g_array_index (shown, guint, j);

          if (sections[variable] == PREMISE_MODEL_NOT_FOUND)
            sections[variable] = i;
        }
    }

  return sections;
}

/**
 * premise_audit_row_new:
 * @session: the session whose report is audited
 * @entry: a number that its source prints
 * @section: the section that shows it, or %PREMISE_MODEL_NOT_FOUND
 *
 * Returns: (transfer floating): a row for a #GtkListBox
 */
GtkWidget *
premise_audit_row_new (PremiseSession          *session,
                       const PremiseAuditEntry *entry,
                       guint                    section)
{
  PremiseReport *report = premise_session_get_report (session);
  const char *language = premise_session_get_language (session);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *label =
    premise_report_dup_cell_label (report, entry->variable, entry->cell, language);
  g_autofree char *place = dup_place (session, entry, section);
  g_autofree char *note = dup_note (session, entry);
  g_autofree char *printed = NULL;
  g_autofree char *computed = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *name = NULL;
  GtkWidget *title = label_new (label, "heading");

  format_numbers (report, entry, language, &printed, &computed);
  /* Translators: a number as the source prints it, and as the model calculates it. */
  numbers = g_strdup_printf (_("Printed %s · computed %s"), printed, computed);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), status_new (entry->status));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), label_new (numbers, "numeric"));
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), label_new (note, NULL));
  if (*place != '\0')
    {
      GtkWidget *where = label_new (place, "dimmed");

      gtk_widget_add_css_class (where, "caption");
      gtk_box_append (GTK_BOX (box), where);
    }
  gtk_widget_add_css_class (box, "premise-audit-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  name = g_strdup_printf ("%s: %s. %s", label, premise_audit_status_word (entry->status), numbers);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  note != NULL ? note : place, -1);

  return row;
}
