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
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>1 working day left</source>
        <translation>还有 1 个工作日</translation>
    </message>
    <message>
        <source>1 working day overdue</source>
        <translation>逾期 1 个工作日</translation>
    </message>
    <message>
        <source>By the rule alone it would end on {day}.</source>
        <translation>按规则应到 {day} 止。</translation>
    </message>
    <message>
        <source>Due on {day} at the earliest, once the clock runs again.</source>
        <translation>恢复计时后，最早 {day} 到期。</translation>
    </message>
    <message>
        <source>Due on {day}.</source>
        <translation>到期日为 {day}。</translation>
    </message>
    <message>
        <source>Extended to {day} by {by}.</source>
        <translation>经{by}批准，延期至 {day}。</translation>
    </message>
    <message>
        <source>Extended to {day} by {by}: {reason}.</source>
        <translation>经{by}批准，延期至 {day}，理由：{reason}。</translation>
    </message>
    <message>
        <source>Extended to {day}.</source>
        <translation>延期至 {day}。</translation>
    </message>
    <message>
        <source>Extended to {day}: {reason}.</source>
        <translation>延期至 {day}，理由：{reason}。</translation>
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
        <translation>{day} 起暂停计时，{to} 起恢复计入。</translation>
    </message>
    <message>
        <source>Started on {day}; counting begins the day after.</source>
        <translation>自 {day} 开始，从次日起算。</translation>
    </message>
    <message>
        <source>The calendar of {year} is not checked against the notice.</source>
        <translation>{year} 年放假安排尚未与通知核对。</translation>
    </message>
    <message>
        <source>The calendar of {year} is not published yet; it counts Monday to Friday.</source>
        <translation>{year} 年放假安排尚未公布，暂按周一至周五计算。</translation>
    </message>
    <message>
        <source>The clock has stood still since {day}.</source>
        <translation>自 {day} 起暂停计时，尚未恢复。</translation>
    </message>
    <message>
        <source>The extension to {day} changes nothing: the term already ends no earlier.</source>
        <translation>延期至 {day} 不起作用：原期限并不早于该日。</translation>
    </message>
    <message>
        <source>This rule is not confirmed yet; check it with the congress office.</source>
        <translation>此项规则尚未核实，请与人大工作机构核对。</translation>
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
        <translation>已逾期（未满 1 个工作日）</translation>
    </message>
    <message>
        <source>{day} ({name})</source>
        <translation>{day}（{name}）</translation>
    </message>
    <message>
        <source>{day} is not a working day; moved to the next working day.</source>
        <translation>{day} 不是工作日，顺延到下一个工作日。</translation>
    </message>
    <message>
        <source>{day} is not a working day; the term ends on it all the same.</source>
        <translation>{day} 不是工作日，期限仍在当日届满。</translation>
    </message>
    <message>
        <source>{name}: {term}, by {source}.</source>
        <translation>{name}：{term}，依据：{source}。</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 日</translation>
    </message>
    <message>
        <source>{n} days left, none a working day</source>
        <translation>还有 {n} 天，均非工作日</translation>
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
        <translation>还有 {n} 个工作日</translation>
    </message>
    <message>
        <source>{n} working days overdue</source>
        <translation>逾期 {n} 个工作日</translation>
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
        <translation>规则方案不是有效的 TOML 文本：{error}</translation>
    </message>
    <message>
        <source>There is no built-in rule profile called {name}.</source>
        <translation>没有名为 {name} 的内置规则方案。</translation>
    </message>
    <message>
        <source>chooses {name}, which is not here</source>
        <translation>选用了 {name}，但方案中没有这一项</translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation>结束日期早于开始日期</translation>
    </message>
    <message>
        <source>has a date outside {year}</source>
        <translation>含有 {year} 年以外的日期</translation>
    </message>
    <message>
        <source>has no verdict called {name}</source>
        <translation>没有名为 {name} 的评价等次</translation>
    </message>
    <message>
        <source>has {name} twice</source>
        <translation>{name} 重复</translation>
    </message>
    <message>
        <source>make-up days are weekend days outside the holiday</source>
        <translation>调休上班日应为假期以外的周六、周日</translation>
    </message>
    <message>
        <source>must be a date such as 2026-10-01</source>
        <translation>应为日期，如 2026-10-01</translation>
    </message>
    <message>
        <source>must be a list of dates</source>
        <translation>应为日期列表</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>应为文字列表</translation>
    </message>
    <message>
        <source>must be a section of its own</source>
        <translation>应为单独的一节</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>应为文字</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to {most}</source>
        <translation>应为 0 到 {most} 的整数</translation>
    </message>
    <message>
        <source>must be a year of four digits</source>
        <translation>应为四位数年份</translation>
    </message>
    <message>
        <source>must be an entry with names and values</source>
        <translation>应为由名称和值组成的条目</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>must be working_days, days or months</source>
        <translation>应为 working_days（工作日）、days（日）或 months（月）</translation>
    </message>
    <message>
        <source>names the clock {name}, which is not here</source>
        <translation>提到的期限 {name} 不存在</translation>
    </message>
    <message>
        <source>this list is missing</source>
        <translation>缺少此列表</translation>
    </message>
    <message>
        <source>this section is missing</source>
        <translation>缺少此节</translation>
    </message>
    <message>
        <source>unknown name</source>
        <translation>无法识别的名称</translation>
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
