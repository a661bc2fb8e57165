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
    <name>DateLine</name>
    <message>
        <source>5-3, yesterday…</source>
        <translation>5-3、昨天……</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>程序出了差错</translation>
    </message>
    <message>
        <source>The program met an error of its own. What was saved is safe, and half-typed work is kept as a draft. Please copy the details and give them to whoever looks after this program; they hold no names or phone numbers.</source>
        <translation>程序自身出了差错。已保存的内容不受影响，没填完的留作草稿。请复制详情交给维护人员；详情里没有姓名和电话。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{station} — Station Desk</source>
        <translation>{station} — 联络站工作台</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
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
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>F1 Help for this page</source>
        <translation>F1 本页帮助</translation>
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
    <name>TopBar</name>
    <message>
        <source>Log a visit</source>
        <translation>登记来访</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索一切</translation>
    </message>
    <message>
        <source>Search matters, visitors, deputies, numbers</source>
        <translation>搜索事项、来访人、代表、文号</translation>
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
    <name>actions</name>
    <message>
        <source>Another matter</source>
        <translation>再加一件</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>把撤销的再做一遍</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>在列表中查找</translation>
    </message>
    <message>
        <source>Go to the search box of this page</source>
        <translation>跳到本页的查找框</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Log someone who came, whatever page is open</source>
        <translation>在任何一页都可登记来访</translation>
    </message>
    <message>
        <source>Matters, visitors, deputies and numbers, in one box</source>
        <translation>一个框里找事项、来访人、代表和文号</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>登记来访</translation>
    </message>
    <message>
        <source>Next one</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>One more matter in the same visit</source>
        <translation>同一次来访再登记一件事项</translation>
    </message>
    <message>
        <source>Open the record above in the list</source>
        <translation>打开列表中上面一件</translation>
    </message>
    <message>
        <source>Open the record below in the list</source>
        <translation>打开列表中下面一件</translation>
    </message>
    <message>
        <source>Previous one</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print what is shown, as a page</source>
        <translation>把当前内容排成页面打印</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Read this page again from the desk</source>
        <translation>重新读取本页的数据</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>保存并接下一位</translation>
    </message>
    <message>
        <source>Save what is being filled in and go to the next one</source>
        <translation>保存正在填写的内容，接着登记下一位</translation>
    </message>
    <message>
        <source>Save what is being filled in and stay here</source>
        <translation>保存正在填写的内容，留在本页</translation>
    </message>
    <message>
        <source>Save what the list shows as an Excel file</source>
        <translation>把列表所列存成 Excel 文件</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索一切</translation>
    </message>
    <message>
        <source>Take the last saved step back; inside a text, the last typing</source>
        <translation>撤销上一步已保存的操作；在文字框里撤销刚才的输入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What this page is for, and all the keys</source>
        <translation>这一页做什么用，以及全部快捷键</translation>
    </message>
</context>
<context>
    <name>casework</name>
    <message>
        <source>Its rule profile has not arrived yet. Import the package that brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This matter is no longer here. Refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} lies before the matter was registered ({opened}). Check the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is at “{stage}”: “{step}” is not possible now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” is for the congress office ({office}). Send it a package; its result comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{verb}” is not a step of this track.</source>
        <translation type="unfinished"></translation>
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
    <name>container</name>
    <message>
        <source>The file is larger than 2 GB; a package never is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is damaged or incomplete. Copy it again, or ask the sender for it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written whole. Check the disk or stick, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} exists already. Move it away first.</source>
        <translation type="unfinished"></translation>
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
    <name>feedback</name>
    <message>
        <source>Choose how the visitor was told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the visitor's verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why the visitor is dissatisfied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handling</name>
    <message>
        <source>Choose the class of the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the unit that is to handle it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the visitor's verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where this matter belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the text of the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new day it is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit has this suggestion now. Hand it over first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one unit can lead; let the others co-handle or answer apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a sentence what was done or why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several units have this matter. Choose which one this step is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new day must lie after today's step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same unit is named twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>The last step was a decision; it is answered by another step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has left in a package cannot be undone. Record a new step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>At least one person came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the deputy who raises it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the unit that is to handle it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where this matter belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a sentence why it is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a sentence why it suits a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the visitor what their details are for and how long they are kept, then tick it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down at least one matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what the visitor said, in their own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what was answered on the spot.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>issues</name>
    <message>
        <source>A matter cannot be merged into itself. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An issue can only be merged into another issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a sentence why it is voided.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ledger</name>
    <message>
        <source>The characters of “{name}” cannot be read. Open it in Excel or WPS and save it as an xlsx file.</source>
        <translation>“{name}”的文字无法识别。请用 Excel 或 WPS 打开，另存为 xlsx 文件。</translation>
    </message>
    <message>
        <source>This row has neither a title nor a text.</source>
        <translation>这一行既没有标题，也没有内容。</translation>
    </message>
    <message>
        <source>This row has nothing under “{field}”.</source>
        <translation>这一行的“{field}”是空的。</translation>
    </message>
    <message>
        <source>{field}: {reason}</source>
        <translation>{field}：{reason}</translation>
    </message>
    <message>
        <source>{field}: “{value}” is not a whole number.</source>
        <translation>{field}：“{value}”不是整数。</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened: another program may be using it, or you may not read it. Close it there and try again.</source>
        <translation>打不开“{name}”：可能正被别的程序使用，或者您没有读取权限。请先在那个程序里关闭它，再试一次。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read from its disk. Copy it to this computer and try again.</source>
        <translation>无法从磁盘读取“{name}”。请先复制到本机，再试一次。</translation>
    </message>
    <message>
        <source>“{name}” has no header that could be recognised in its first {count} rows. Write the columns' names above the data, such as 编号, 反映人, 内容, 日期.</source>
        <translation>“{name}”的前 {count} 行中没有能识别的表头。请在数据上方写明各列名称，例如编号、反映人、内容、日期。</translation>
    </message>
    <message>
        <source>“{name}” is a web page that is only named like a spreadsheet. Open it in Excel or WPS and save it as an xlsx file.</source>
        <translation>“{name}”其实是网页，只是用了表格文件的名字。请用 Excel 或 WPS 打开，另存为 xlsx 文件。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or was cut short. Copy it again from where it came, or open it in Excel or WPS and save it as a new xlsx file.</source>
        <translation>“{name}”已损坏或不完整。请从来源处重新复制一份，或用 Excel、WPS 打开后另存为新的 xlsx 文件。</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>“{name}”是空的。</translation>
    </message>
    <message>
        <source>“{name}” is not a spreadsheet. Choose an xlsx, xls or csv file; save other kinds as xlsx first.</source>
        <translation>“{name}”不是电子表格。请选择 xlsx、xls 或 csv 文件；其他格式请先另存为 xlsx。</translation>
    </message>
    <message>
        <source>“{name}” is not there any more. Choose the file again.</source>
        <translation>“{name}”已不在原处。请重新选择文件。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password. Open it in Excel or WPS, save a copy without the password, and import the copy.</source>
        <translation>“{name}”设有密码。请用 Excel 或 WPS 打开，另存一份不带密码的副本，再导入这份副本。</translation>
    </message>
    <message>
        <source>“{name}” is too large: at most {megabytes} MB, {rows} rows and {columns} columns. Delete what lies far below or beside the ledger, or cut it into several files.</source>
        <translation>“{name}”太大：最多 {megabytes} MB、{rows} 行、{columns} 列。请删去台账下方和右侧远处的内容，或拆成几个文件。</translation>
    </message>
    <message>
        <source>“{value}” has no year; write the whole date.</source>
        <translation>“{value}”没有写年份，请写完整的日期。</translation>
    </message>
    <message>
        <source>“{value}” is a day that does not exist or lies too far off.</source>
        <translation>“{value}”这一天不存在，或年份相差太远。</translation>
    </message>
    <message>
        <source>“{value}” is not a date; write it like 2019-01-06.</source>
        <translation>“{value}”不是日期，请写成 2019-01-06 这样。</translation>
    </message>
</context>
<context>
    <name>offices</name>
    <message>
        <source>Taken off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a version {version} already. Give the new one its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk has lost its own site record. Run check.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>package</name>
    <message>
        <source>The file holds more than {limit} changes; ask for it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written by a newer Station Desk. Update this program, then import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
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
    <name>stream</name>
    <message>
        <source>A desk does not export to itself. Choose the other site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting what {site} has not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No site with the code {code} is known here. Import its first package, or check the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suggestions</name>
    <message>
        <source>Choose one of the deputies who signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the deputy who raises it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the verdict on the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the official number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been submitted: the text is fixed. Ask the office to send it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion on {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion {number} is completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the sheet before submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The congress office ({office}) gives the official number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This suggestion is no longer here. Refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has already given a verdict on this reply.</source>
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
