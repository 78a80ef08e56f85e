/* premise-table-cell.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "premise-table-cell.h"

#include "premise-markup.h"
#include "premise-plain-label.h"
#include "premise-rich-label.h"
#include "premise-tooltip.h"

#include <glib/gi18n.h>

#define UNMEASURED -1

/* No column of long texts is as narrow as that. */
#define LEAST_LETTERS 6

/**
 * PremiseTableCell:
 *
 * ## CSS nodes
 *
 * `premise-cell` with the classes `.header`, `.live`, `.numeric`, `.total` in a column of totals,
 * `.highlighted` and, off the base case, `.premise-changed`.
 *
 * ## Accessibility
 *
 * Role column header, row header or cell. A live number is labelled by its text, what it
 * stands for and, off the base case, the base value. A cell that stands out is described so.
 */
struct _PremiseTableCell
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  GtkWidget *label;       /* the child, or what is in it */
  int        word;        /* how wide its longest word is; UNMEASURED when not known */
  char      *text;        /* (nullable): NULL for a cell with another widget */
  char      *language;
  gboolean   numeric;
  gboolean   live;
  guint      variable;
  guint      cell;
};

enum
{
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PremiseTableCell, premise_table_cell, GTK_TYPE_WIDGET)

static const GtkAccessibleRole roles[] = {
  [PREMISE_TABLE_CELL_COLUMN_HEADER] = GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
  [PREMISE_TABLE_CELL_ROW_HEADER] = GTK_ACCESSIBLE_ROLE_ROW_HEADER,
  [PREMISE_TABLE_CELL_VALUE] = GTK_ACCESSIBLE_ROLE_CELL,
};

static void
activate (PremiseTableCell *self)
{
  if (self->live)
    gtk_widget_activate_action (GTK_WIDGET (self), PREMISE_ACTION_SHOW_VALUE, "(uu)",
                                self->variable, self->cell);
}

static void
released_cb (PremiseTableCell *self,
             int               n_press,
             double            x,
             double            y)
{
  if (!self->live || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate (self);
}

static GtkSizeRequestMode
premise_table_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
forget_word (PremiseTableCell *self)
{
  self->word = UNMEASURED;
}

static void
premise_table_cell_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (premise_table_cell_parent_class)->system_setting_changed (widget, setting);

  forget_word (PREMISE_TABLE_CELL (widget));
}

static void
premise_table_cell_dispose (GObject *object)
{
  g_clear_pointer (&PREMISE_TABLE_CELL (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (premise_table_cell_parent_class)->dispose (object);
}

static void
premise_table_cell_finalize (GObject *object)
{
  PremiseTableCell *self = PREMISE_TABLE_CELL (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (premise_table_cell_parent_class)->finalize (object);
}

static void
premise_table_cell_class_init (PremiseTableCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter,
                                GDK_KEY_space, GDK_KEY_KP_Space };

  object_class->dispose = premise_table_cell_dispose;
  object_class->finalize = premise_table_cell_finalize;

  widget_class->get_request_mode = premise_table_cell_get_request_mode;
  widget_class->system_setting_changed = premise_table_cell_system_setting_changed;

  /**
   * PremiseTableCell::activate:
   * @self: a cell
   *
   * Emitted to ask where the number comes from.
   */
  signals[ACTIVATE] =
    g_signal_new_class_handler ("activate", G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_FIRST | G_SIGNAL_ACTION,
                                G_CALLBACK (activate),
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "premise-cell");
}

static void
premise_table_cell_init (PremiseTableCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
cell_new (PremiseTableCellKind  kind,
          GtkWidget            *child,
          gboolean              numeric)
{
  PremiseTableCell *self = g_object_new (PREMISE_TYPE_TABLE_CELL,
                                         "accessible-role", roles[kind],
                                         NULL);
  GtkWidget *label = child;

  if (PREMISE_IS_RICH_LABEL (child))
    label = premise_rich_label_get_label (PREMISE_RICH_LABEL (child));

  self->child = child;
  self->label = label;
  self->word = UNMEASURED;
  self->numeric = numeric;
  g_signal_connect_object (label, "notify::label", G_CALLBACK (forget_word), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  /* Heads of several lines end at the rule below them; rows share the line they begin on. */
  gtk_widget_set_valign (child, kind == PREMISE_TABLE_CELL_COLUMN_HEADER
                                ? GTK_ALIGN_END : GTK_ALIGN_BASELINE_FILL);

  if (kind == PREMISE_TABLE_CELL_COLUMN_HEADER)
    gtk_widget_add_css_class (GTK_WIDGET (self), "header");

  if (numeric)
    {
      /* At the end of the column, which follows the interface. */
      gtk_widget_set_direction (label, GTK_TEXT_DIR_NONE);
      gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    }

  return GTK_WIDGET (self);
}

/**
 * premise_table_cell_new:
 * @kind: what the cell is
 * @text: what it shows
 * @language: language of the report
 * @numeric: whether it belongs to a column of numbers
 *
 * Returns: (transfer floating): a cell with a plain text
 */
GtkWidget *
premise_table_cell_new (PremiseTableCellKind  kind,
                        const char           *text,
                        const char           *language,
                        gboolean              numeric)
{
  GtkWidget *label = premise_plain_label_new (text, language);
  PremiseTableCell *self;

  premise_plain_label_set_number (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), !numeric || kind != PREMISE_TABLE_CELL_VALUE);
  premise_plain_label_limit (GTK_LABEL (label), LEAST_LETTERS);
  self = PREMISE_TABLE_CELL (cell_new (kind, label, numeric));
  self->text = g_strdup (text);
  self->language = g_strdup (language);

  return GTK_WIDGET (self);
}

/**
 * premise_table_cell_new_for_child:
 * @kind: what the cell is
 * @child: (transfer floating): what it shows: a #GtkLabel or a #PremiseRichLabel
 * @numeric: whether it belongs to a column of numbers
 *
 * Returns: (transfer floating): a cell that shows @child
 */
GtkWidget *
premise_table_cell_new_for_child (PremiseTableCellKind  kind,
                                  GtkWidget            *child,
                                  gboolean              numeric)
{
  return cell_new (kind, child, numeric);
}

/**
 * premise_table_cell_get_numeric:
 * @self: a cell
 *
 * Returns: whether it belongs to a column of numbers
 */
gboolean
premise_table_cell_get_numeric (PremiseTableCell *self)
{
  g_return_val_if_fail (PREMISE_IS_TABLE_CELL (self), FALSE);

  return self->numeric;
}

/* As wide as its widest piece when it is broken wherever it may be. */
static int
measure_piece (PremiseTableCell *self,
               PangoWrapMode     wrap)
{
  g_autoptr(PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (self->label)));
  int width;

  pango_layout_set_wrap (layout, wrap);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/**
 * premise_table_cell_get_word:
 * @self: a cell
 * @longest: what a word may claim; a longer one is broken
 *
 * A live number, which is never broken, claims what it needs.
 *
 * Returns: the width at which no word is broken, without the space around it
 */
int
premise_table_cell_get_word (PremiseTableCell *self,
                             int               longest)
{
  g_return_val_if_fail (PREMISE_IS_TABLE_CELL (self), 0);

  if (self->word == UNMEASURED)
    {
      self->word = measure_piece (self, PANGO_WRAP_WORD);
      /* It takes long to try every letter. */
      if (self->word > longest)
        self->word = MAX (longest, measure_piece (self, PANGO_WRAP_CHAR));
    }

  return self->word;
}

/**
 * premise_table_cell_get_live:
 * @self: a cell
 *
 * Returns: whether it can be activated
 */
gboolean
premise_table_cell_get_live (PremiseTableCell *self)
{
  g_return_val_if_fail (PREMISE_IS_TABLE_CELL (self), FALSE);

  return self->live;
}

/**
 * premise_table_cell_set_text:
 * @self: a cell made with premise_table_cell_new()
 * @text: what it shows
 *
 * Shows another text.
 */
void
premise_table_cell_set_text (PremiseTableCell *self,
                             const char       *text)
{
  g_return_if_fail (PREMISE_IS_TABLE_CELL (self));
  g_return_if_fail (GTK_IS_LABEL (self->child));

  if (g_set_str (&self->text, text))
    premise_plain_label_set_number (GTK_LABEL (self->child), text);
}

/**
 * premise_table_cell_set_target:
 * @self: a cell
 * @variable: position of a variable
 * @cell: position of one of its cells
 *
 * Makes @self a live number.
 */
void
premise_table_cell_set_target (PremiseTableCell *self,
                               guint             variable,
                               guint             cell)
{
  g_return_if_fail (PREMISE_IS_TABLE_CELL (self));

  self->live = TRUE;
  self->variable = variable;
  self->cell = cell;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_add_css_class (GTK_WIDGET (self), "live");
}

/**
 * premise_table_cell_set_description:
 * @self: a cell
 * @what: (nullable): the name of what it shows
 * @base: (nullable): the base value, when the value is another
 *
 * Says what stands behind the number, in the tooltip and to a screen reader.
 */
void
premise_table_cell_set_description (PremiseTableCell *self,
                                    const char       *what,
                                    const char       *base)
{
  g_autofree char *tooltip = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PREMISE_IS_TABLE_CELL (self));

  if (base != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "premise-changed");
      tooltip = g_strdup_printf ("%s%s%s → %s", what != NULL ? what : "",
                                 what != NULL ? "\n" : "", base, self->text);
      shown = premise_markup_dup_with_base (self->text, base, self->language);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "premise-changed");
      tooltip = g_strdup (what);
      shown = g_strdup (self->text);
    }

  premise_tooltip_set_text (GTK_WIDGET (self), tooltip);
  label = what != NULL ? g_strdup_printf ("%s: %s", what, shown) : g_steal_pointer (&shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * premise_table_cell_set_highlighted:
 * @self: a cell
 * @highlighted: whether it stands out from the others
 * @label: (nullable): what the cells that stand out have in common
 *
 * Sets the cell apart, for a screen reader in words.
 */
void
premise_table_cell_set_highlighted (PremiseTableCell *self,
                                    gboolean          highlighted,
                                    const char       *label)
{
  g_autofree char *description = NULL;

  g_return_if_fail (PREMISE_IS_TABLE_CELL (self));

  if (!highlighted)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "highlighted");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  if (label != NULL)
    /* Translators: a cell of a table stands out; %s is why. */
    description = g_strdup_printf (_("Highlighted: %s"), label);
  else
    /* Translators: a cell of a table stands out, and it is not said why. */
    description = g_strdup (_("Highlighted"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "highlighted");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}
