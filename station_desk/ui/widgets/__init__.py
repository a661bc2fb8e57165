"""The kit that pages are built from; each takes `(parent=None)` first, so that forms can promote to it.

Which for what (module: class(extra arguments) → signals):

buttons:      Button(text, kind, icon): plain, primary (one a page), tonal, word, link, icon; props kind,
              iconName, small, flush, aside; a menu adds the arrow → clicked
choice:       ChoiceLine.set_options([Pick]), key(), set_key() → chosen(key); ManyChoice: chips and a line,
              keys(), set_keys(), set_folded(True) → changed
chips:        ChipRow.set_chips([Chip(key, text, on, removable, icon)]) → toggled(key, on), removed, pressed
count_strip:  CountStrip.set_counts([Count(key, figure, label, second, tone, icon)]) → filtered(key or "")
days:         parse_day(text, today) → date | None; is_far(text, today)
elided:       ElidedLabel(text): one line with an ellipsis and tooltip
empty_state:  EmptyState.show_steps(title, text, [Step], [Door], doors_title) → chosen(key)
fields:       Field(label, editor), .say(mistake), .set_aside(); FieldError for .ui forms;
              ErrorBook.add(name, editor, line), .show(problems); DateLine: .day(), .set_day() → dayChanged
flow:         FlowBox.place(widget, stretch, least): parts side by side that break into lines when narrow
notice:       Notice(kind): amber, red, green, info, plain; .show_words(title, text, reason, link),
              .add_button() → linkActivated
page:         Page(headed): head, add_top, set_body, set_list, set_side, actions_bar, side_from, pair_from;
              override offers, do, arrive, first_focus, may_leave → turned; PageHead; ActionBar; scrolled()
picks:        PickLine.lookup(text, deliver), NameLine → picked(Pick), submitted(text)
rows:         TodayTable (TodayRow in ROW_ROLE, 4 columns) → verbTriggered, opened, rowChanged;
              RowList (ListRow) → rowChanged, opened
segments:     Segments.set_choices([(value, text)]), current_value(), set_value() → chosen(value)
side_panel:   SidePanel(wide).add(Section(title, aside)); Section.add_pairs, add_line, add; hairline()
stage_bar:    StageBar.set_stages([Stage(label, second, state)]) → chosen(index)
table:        Table: 34 px rows over ui.paging models; set_widths, fit_rows, set_plain, copy_rows
              → opened, linkActivated
timeline:     Timeline.set_happenings([Happening(day, time, icon, verb, text, link, link_key)])
              → linkActivated(key)
track_diagram: TrackText.set_topic(markdown, clocks, after): a text that holds pictures of tracks
words_box:    WordsBox: several lines of words; prop lines; takes what room there is

Forms: after `setupUi(self)` make a `ui.scaling.FormScaler(self)`; a form may set properties `wide`, `tall`.
Models for Table, TodayTable and RowList: ui.paging.ListModel (rows in hand) and PagedModel (any length), both
over Rows(columns, key, row, spoken). Colours and lengths: `look.current().color(name)`, `.px(n)`; a widget
that keeps lengths calls `look.follow(self._relay)`. QSS roles for QLabel: property `role` title, section,
strong, row, label, second, hint, count, error; property `tone` red, amber, green, accent, text2. Frames:
property `part` chrome, sunken, canvas, page, box, hairline, vline.
"""
