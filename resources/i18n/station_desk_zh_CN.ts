<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CountStrip</name>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>Stages</source>
        <translation>办理阶段</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>What happened</source>
        <translation>办理经过</translation>
    </message>
</context>
<context>
    <name>_ChipButton</name>
    <message>
        <source>{filter}, Delete removes it</source>
        <translation>{filter}，按 Delete 键移除</translation>
    </message>
</context>
<context>
    <name>_StageCell</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>{stage}, {state}</source>
        <translation>{stage}，{state}</translation>
    </message>
</context>
<context>
    <name>codec</name>
    <message>
        <source>A record in the file is not written as the format asks. Ask for the file again.</source>
        <translation>文件中有一条记录不符合格式要求，请对方重新发送该文件。</translation>
    </message>
</context>
<context>
    <name>deadlines</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>By the rule alone it would end on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due on {day} at the earliest, once the clock runs again.</source>
        <translation>恢复计时后，最早于 {day} 到期。</translation>
    </message>
    <message>
        <source>Due on {day}.</source>
        <translation>{day} 到期。</translation>
    </message>
    <message>
        <source>Extended to {day} by {by}.</source>
        <translation>经{by}批准延期至 {day}。</translation>
    </message>
    <message>
        <source>Extended to {day} by {by}: {reason}.</source>
        <translation>经{by}批准延期至 {day}：{reason}。</translation>
    </message>
    <message>
        <source>Extended to {day}.</source>
        <translation>延期至 {day}。</translation>
    </message>
    <message>
        <source>Extended to {day}: {reason}.</source>
        <translation>延期至 {day}：{reason}。</translation>
    </message>
    <message>
        <source>Holidays not counted: {days}.</source>
        <translation>不计入的节假日：{days}。</translation>
    </message>
    <message>
        <source>Make-up working days counted: {days}.</source>
        <translation>计入的调休上班日：{days}。</translation>
    </message>
    <message>
        <source>Paused from {day}, counted again from {to}.</source>
        <translation>{day} 起暂停计时，{to} 起恢复计时。</translation>
    </message>
    <message>
        <source>Started on {day}; counting begins the day after.</source>
        <translation>{day} 起算，自次日开始计日。</translation>
    </message>
    <message>
        <source>The calendar of {year} is not checked against the notice.</source>
        <translation>{year} 年的放假安排尚未与正式通知核对。</translation>
    </message>
    <message>
        <source>The calendar of {year} is not published yet; it counts Monday to Friday.</source>
        <translation>{year} 年的放假安排尚未公布，暂按周一至周五计算。</translation>
    </message>
    <message>
        <source>The clock has stood still since {day}.</source>
        <translation>自 {day} 起暂停计时。</translation>
    </message>
    <message>
        <source>The extension to {day} changes nothing: the term already ends no earlier.</source>
        <translation>延期至 {day} 不产生影响：原期限并不早于该日。</translation>
    </message>
    <message>
        <source>This rule is not confirmed yet; check it with the congress office.</source>
        <translation>该规则尚未确认，请与人大办公室核对。</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>due tomorrow</source>
        <translation>明天到期</translation>
    </message>
    <message>
        <source>overdue, no working day yet</source>
        <translation>已逾期，未满一个工作日</translation>
    </message>
    <message>
        <source>{day} ({name})</source>
        <translation>{day}（{name}）</translation>
    </message>
    <message>
        <source>{day} is not a working day; moved to the next working day.</source>
        <translation>{day} 不是工作日，顺延至下一个工作日。</translation>
    </message>
    <message>
        <source>{day} is not a working day; the term ends on it all the same.</source>
        <translation>{day} 不是工作日，但期限仍于当日届满。</translation>
    </message>
    <message>
        <source>{name}: {term}, by {source}.</source>
        <translation>{name}：{term}，依据{source}。</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 日</translation>
    </message>
    <message>
        <source>{n} days left, none a working day</source>
        <translation>还剩 {n} 天，均非工作日</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} 个工作日</translation>
    </message>
    <message>
        <source>{n} working days left</source>
        <translation>还剩 {n} 个工作日</translation>
    </message>
    <message>
        <source>{n} working days overdue</source>
        <translation>已逾期 {n} 个工作日</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>A desk needs a site code and a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A site cannot be its own parent. Give the parent's own code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to this desk just now. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk file is read-only; nothing was saved. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no desk at {path}. Create one with init, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has too little room for a backup. Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: it may be damaged. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name, or open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a database, but not a desk. Choose the .desk file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a Station Desk file, or it is damaged. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer Station Desk. Update this program first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>{path} lies on a network share. Keep the desk on this computer's own disk; use exchange files to share its content.</source>
        <translation>{path} 位于网络共享文件夹。请把工作台文件放在本机硬盘上，需要共享内容时使用交换文件。</translation>
    </message>
</context>
<context>
    <name>profile</name>
    <message>
        <source>The rule profile cannot be read as TOML: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no built-in rule profile called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chooses {name}, which is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a date outside {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no verdict called {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {name} twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make-up days are weekend days outside the holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a date such as 2026-10-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a section of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from 0 to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a year of four digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an entry with names and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be working_days, days or months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the clock {name}, which is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this list is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this section is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rebuild</name>
    <message>
        <source>A change of entry {n} of the log was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {n} of the log lacks changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {n} of the log was altered: its hash does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last entry of replica {replica} is not signed by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of replica {replica} has a hole or a fork at {seq}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marks of conflicts differ from the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index differs from the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows of “{table}” differ from the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>validation</name>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>请填写“{field}”。</translation>
    </message>
    <message>
        <source>“{field}” cannot be less than 0.</source>
        <translation>“{field}”不能小于 0。</translation>
    </message>
    <message>
        <source>“{field}” holds a character that cannot be kept.</source>
        <translation>“{field}”中有无法保存的字符。</translation>
    </message>
    <message>
        <source>“{field}” is {length} characters long; shorten it to {limit}.</source>
        <translation>“{field}”有 {length} 个字，请缩短到 {limit} 个字以内。</translation>
    </message>
    <message>
        <source>“{value}” is not one of the choices for “{field}”.</source>
        <translation>“{value}”不是“{field}”的可选项。</translation>
    </message>
</context>
</TS>
