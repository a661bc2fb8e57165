"""What a piece of work is called: the verb of a commit, which for a step is the step's own."""

from __future__ import annotations

from station_desk.domain.tracks import TRACKS
from station_desk.i18n import Label

_VERBS = {
    "register_visit": Label("visit logged", "登记来访"),
    "tell": Label("visitor told", "反馈群众"),
    "save_profile": Label("rules", "规则"),
    "save_site": Label("site", "站点资料"),
    "correct_issue": Label("correction", "更正"),
    "void_issue": Label("voiding", "作废"),
    "redact": Label("erased for good", "永久删除"),
    "raise_suggestion": Label("suggestion raised", "转建议"),
    "revise_suggestion": Label("suggestion revised", "修改建议"),
    "number": Label("official number", "立案编号"),
    "put_motion": Label("motion put forward", "提出议案"),
    "revise_motion": Label("motion revised", "修改议案"),
    "unmerge": Label("merging undone", "撤销并入"),
    "record_reply": Label("reply recorded", "登记答复"),
    "reveal_phone": Label("telephone looked at", "查看电话"),
    "save_deputy": Label("deputy", "代表资料"),
    "save_unit": Label("unit", "单位资料"),
    "save_grid": Label("grid", "网格资料"),
    "save_category": Label("category", "类别资料"),
    "save_station": Label("station", "本站资料"),
    "save_answer": Label("ready answer", "常用答复"),
    "save_person": Label("person at the desk", "工作人员"),
    "remove_answer": Label("ready answer taken off", "移除常用答复"),
    "remove_person": Label("person taken off", "移除工作人员"),
    "remove_deputy": Label("deputy taken off", "移除代表"),
    "remove_unit": Label("unit taken off", "移除单位"),
    "remove_grid": Label("grid taken off", "移除网格"),
    "remove_category": Label("category taken off", "移除类别"),
    "attach": Label("file attached", "添加附件"),
    "detach": Label("file taken off", "移除附件"),
    "found_desk": Label("desk founded", "建立工作台"),
    "renew_desk": Label("desk goes on as a new installation", "工作台更换副本"),
    "trust_desk": Label("desk accepted", "接受工作台"),
    "strike_off_desk": Label("desk struck off", "注销工作台"),
    "same_number": Label("same number noted", "注明编号相同"),
    "withdraw_form": Label("form taken back", "撤下征询表"),
    "repeat_step": Label("step taken again", "重做步骤"),
    "add_deputy_desk": Label("a deputy's own desk", "代表工作台"),
    "import_ledger": Label("ledger taken in", "导入台账"),
    "import_directory": Label("list taken in", "导入名单"),
    "undo": Label("undone", "撤销"),
    "redo": Label("done again", "恢复"),
}


def verb_label(verb: str) -> str:
    """The name of a commit's or step's verb; one this program does not know shows as itself."""
    if verb in _VERBS:
        return str(_VERBS[verb])
    for track in TRACKS.values():
        if verb in track.steps:
            return str(track.steps[verb].done_label)
    return verb
