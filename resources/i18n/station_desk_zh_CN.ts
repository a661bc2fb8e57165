<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AfterSaving</name>
    <message>
        <source>Not now</source>
        <translation>暂不打印</translation>
    </message>
    <message>
        <source>Print the notice</source>
        <translation>打印告知单</translation>
    </message>
    <message>
        <source>{number} was not accepted: give the visitor the notice.</source>
        <translation>{number} 未予受理，请把告知单交给来访人。</translation>
    </message>
</context>
<context>
    <name>AskedBox</name>
    <message>
        <source>Checked, ready to be submitted</source>
        <translation>已核对，可以提交</translation>
    </message>
    <message>
        <source>Give my verdict</source>
        <translation>提交我的评价</translation>
    </message>
    <message>
        <source>I sign it</source>
        <translation>我签名附议</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>您的意见</translation>
    </message>
    <message>
        <source>Read the reply below first. Attitude and result are judged apart.</source>
        <translation>请先看下面的答复。办理态度和办理结果分别评价。</translation>
    </message>
    <message>
        <source>Read the text below. With your signature you stand for it beside its lead deputy.</source>
        <translation>请先看下面的内容。签名后，您与领衔代表一同提出。</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>The station has checked it. Read it once more; then submit it.</source>
        <translation>联络站已核对。请再看一遍，然后提交。</translation>
    </message>
    <message>
        <source>The unit's attitude</source>
        <translation>办理态度</translation>
    </message>
    <message>
        <source>What do you say of the handling?</source>
        <translation>您对办理满意吗？</translation>
    </message>
    <message>
        <source>You are asked to sign</source>
        <translation>请您签名附议</translation>
    </message>
    <message>
        <source>Your verdict is recorded</source>
        <translation>评价已登记</translation>
    </message>
    <message>
        <source>asked for where you are dissatisfied</source>
        <translation>不满意时必填</translation>
    </message>
    <message>
        <source>{what}. It leaves with your next package.</source>
        <translation>{what}，随下一个交换包送出</translation>
    </message>
</context>
<context>
    <name>AttachmentsPanel</name>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>正在复制文件</translation>
    </message>
    <message>
        <source>Leave out where a photo was taken</source>
        <translation>去除照片的拍摄位置</translation>
    </message>
    <message>
        <source>No files.</source>
        <translation>没有附件。</translation>
    </message>
    <message>
        <source>No files. Drop a unit's letter, a photo or a scan here; at most {size} MB each.</source>
        <translation>没有附件。可把来函、照片或扫描件拖到这里，每个不超过 {size} MB。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Take the file off</source>
        <translation>移除附件</translation>
    </message>
    <message>
        <source>Why is “{name}” taken off?</source>
        <translation>为何移除“{name}”？</translation>
    </message>
    <message>
        <source>has not arrived here yet</source>
        <translation>尚未到达</translation>
    </message>
    <message>
        <source>{count} files attached</source>
        <translation>已添加 {count} 个附件</translation>
    </message>
    <message>
        <source>{name} taken off</source>
        <translation>已移除 {name}</translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message>
        <source>Find an office</source>
        <translation>查找机关</translation>
    </message>
    <message>
        <source>How every office stands</source>
        <translation>各机关往来情况</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>最近往来</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>机关</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>待发</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 项</translation>
    </message>
    <message>
        <source>{count} offices</source>
        <translation>往来单位 {count} 个</translation>
    </message>
</context>
<context>
    <name>BulkFoot</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Copy the list as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Copy the selected as a table</source>
        <translation>所选复制为表格</translation>
    </message>
    <message>
        <source>Do with them</source>
        <translation>批量办理</translation>
    </message>
    <message>
        <source>Export the list as a workbook</source>
        <translation>导出为 Excel</translation>
    </message>
    <message>
        <source>Export the selected as a workbook</source>
        <translation>导出所选为 Excel</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Not done, and why</source>
        <translation>未办的事项和原因</translation>
    </message>
    <message>
        <source>Raise one suggestion from them</source>
        <translation>合并提出一件建议</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save the selected matters</source>
        <translation>保存所选事项</translation>
    </message>
    <message>
        <source>Set category</source>
        <translation>设类别</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{number}: {why}</source>
        <translation>{number}：{why}</translation>
    </message>
    <message>
        <source>{n} left as they were</source>
        <translation>{n} 件未动</translation>
    </message>
    <message>
        <source>{n} matters</source>
        <translation>共 {n} 件</translation>
    </message>
    <message>
        <source>{n} not done</source>
        <translation>{n} 件未办</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>已选 {n} 件</translation>
    </message>
    <message>
        <source>{n} undone</source>
        <translation>{n} 件已撤销</translation>
    </message>
    <message>
        <source>{step}: {n} done</source>
        <translation>{n} 件已{step}</translation>
    </message>
    <message>
        <source>{words}: {why}</source>
        <translation>{words}：{why}</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Show name and number in full; that they were shown is written down</source>
        <translation>显示完整姓名和电话，查看会留下记录</translation>
    </message>
    <message>
        <source>Show the name and number</source>
        <translation>显示姓名和电话</translation>
    </message>
    <message>
        <source>Telephone {number}</source>
        <translation>电话 {number}</translation>
    </message>
    <message>
        <source>Told about all of these by telephone</source>
        <translation>以上各件均已电话反馈</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>no number left</source>
        <translation>未留电话</translation>
    </message>
</context>
<context>
    <name>CallPart</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>无法反馈</translation>
    </message>
    <message>
        <source>File it so</source>
        <translation>就此归档</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Nothing was written down of how it ended: see the record.</source>
        <translation>没有写下办理结果，请看事项记录。</translation>
    </message>
    <message>
        <source>Suggestion {words}</source>
        <translation>代表建议 {words}</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>Why they cannot be told</source>
        <translation>无法反馈的原因</translation>
    </message>
    <message>
        <source>Why they cannot be told; it is then filed and not counted</source>
        <translation>写明无法反馈的原因；归档后不计入反馈率</translation>
    </message>
    <message>
        <source>called {n} times, nobody answered</source>
        <translation>已拨打 {n} 次未接通</translation>
    </message>
    <message>
        <source>{term} from {day}</source>
        <translation>{day}起 {term}</translation>
    </message>
</context>
<context>
    <name>CallsView</name>
    <message>
        <source>Everybody has been told.</source>
        <translation>都已反馈。</translation>
    </message>
    <message>
        <source>Print today's contact list</source>
        <translation>打印今日联系清单</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>待反馈群众</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>联系对象</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>{name} was told about {n} matters</source>
        <translation>已向{name}反馈 {n} 件</translation>
    </message>
    <message>
        <source>{number}: filed, the visitor cannot be told</source>
        <translation>{number} 已按无法反馈归档</translation>
    </message>
    <message>
        <source>{number}: noted that nobody answered</source>
        <translation>{number} 已记下未接通</translation>
    </message>
    <message>
        <source>{number}: {name} was told</source>
        <translation>{number} 已向{name}反馈</translation>
    </message>
    <message>
        <source>{n} matters</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>{people} people to call about {n} matters</source>
        <translation>要联系 {people} 人，共 {n} 件</translation>
    </message>
</context>
<context>
    <name>CategoryProposal</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Proposed: “{category}”, as {number} also speaks of “{words}”</source>
        <translation>建议“{category}”：与 {number} 同提“{words}”</translation>
    </message>
    <message>
        <source>Proposed: “{category}”, as {number} and others, {n} in all, speak of “{words}”</source>
        <translation>建议“{category}”：与 {number} 等 {n} 件同提“{words}”</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>ChargesTable</name>
    <message>
        <source>Contact</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>Not handed over yet.</source>
        <translation>尚未交办。</translation>
    </message>
    <message>
        <source>Not handed over yet. Proposed: {units}</source>
        <translation>尚未交办。建议承办单位：{units}</translation>
    </message>
    <message>
        <source>Re-assign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>{lead} leading, {co} joining</source>
        <translation>会同办理：{lead} 个主办，{co} 个会办</translation>
    </message>
    <message>
        <source>{n} units handle it separately</source>
        <translation>分别办理：{n} 个单位</translation>
    </message>
</context>
<context>
    <name>ChartSection</name>
    <message>
        <source>As chart</source>
        <translation>看图</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>看表</translation>
    </message>
    <message>
        <source>No records yet.</source>
        <translation>还没有记录。</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>{n} more, see the table</source>
        <translation>另有 {n} 项，见表</translation>
    </message>
</context>
<context>
    <name>ChoiceLine</name>
    <message>
        <source>Show the whole list</source>
        <translation>显示整个列表</translation>
    </message>
</context>
<context>
    <name>CollectedView</name>
    <message>
        <source>Everything is taken in. {count} changes came.</source>
        <translation>全部已收入，共 {count} 处变更。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files that were not taken in</source>
        <translation>未收入的文件</translation>
    </message>
    <message>
        <source>I compared it by telephone</source>
        <translation>我已电话核对</translation>
    </message>
    <message>
        <source>Of what was refused nothing was taken in; ask its senders once more.</source>
        <translation>拒收的文件一项也没有收入，请发送方重发。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stopped before the end. What was taken in stays; drop the rest again to go on.</source>
        <translation>已中途停止。收入的保留；要继续，把其余的再拖进来。</translation>
    </message>
    <message>
        <source>What waits is kept here, and stops no other; it is in the list of the inbox.</source>
        <translation>待定的留在本站，不妨碍其他包；见收件箱列表。</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>原因和办法</translation>
    </message>
    <message>
        <source>brought something new</source>
        <translation>带来新内容</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>with nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>{count} packages were read</source>
        <translation>已读取 {count} 个包</translation>
    </message>
    <message>
        <source>{file}: fingerprint {fingerprint}</source>
        <translation>{file}，指纹：{fingerprint}</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>Taking in the packages</source>
        <translation>正在收入交换包</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>A column left out goes into no field; nothing of it is taken.</source>
        <translation>没有选中的列不导入任何内容。</translation>
    </message>
    <message>
        <source>Row with the columns' names</source>
        <translation>列名所在的行</translation>
    </message>
    <message>
        <source>Row {number}: {text}</source>
        <translation>第 {number} 行：{text}</translation>
    </message>
    <message>
        <source>{name} ({samples})</source>
        <translation>{name}（{samples}）</translation>
    </message>
    <message>
        <source>— none —</source>
        <translation>—（不取）</translation>
    </message>
</context>
<context>
    <name>ConflictsDoor</name>
    <message>
        <source>{count} for others to decide</source>
        <translation>{count} 项待别处决定</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count} 项待决定</translation>
    </message>
</context>
<context>
    <name>ConflictsMark</name>
    <message>
        <source>Values that stand against each other, proposals, steps to be checked</source>
        <translation>有分歧的值、建议修改、待核的步骤</translation>
    </message>
    <message>
        <source>{count} for others to decide</source>
        <translation>{count} 项待别处决定</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count} 项待决定</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Accept {count}</source>
        <translation>采纳 {count} 条</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Decline {count}</source>
        <translation>不采纳 {count} 条</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已回绝提议</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>File it</source>
        <translation>归档备查</translation>
    </message>
    <message>
        <source>File {count}</source>
        <translation>归档 {count} 步</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已归档备查</translation>
    </message>
    <message>
        <source>Give this number</source>
        <translation>改用新号</translation>
    </message>
    <message>
        <source>Meanwhile in force: {value}</source>
        <translation>目前按此执行：{value}</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>新编号</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Note it on both</source>
        <translation>在两件上注明</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已注明</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>没有待决定的内容</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Take it once more</source>
        <translation>重新办理此步</translation>
    </message>
    <message>
        <source>Take the form back</source>
        <translation>撤下这份</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤下</translation>
    </message>
    <message>
        <source>Taken once more</source>
        <translation>已重新办理</translation>
    </message>
    <message>
        <source>The values side by side</source>
        <translation>各方内容并列</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>To the exchange</source>
        <translation>去交换</translation>
    </message>
    <message>
        <source>Two values for one field, proposals by other offices and steps that did not fit come here, side by side.</source>
        <translation>同一栏两处填写不同、别处提出的修改、未生效的步骤，都并列在这里。</translation>
    </message>
    <message>
        <source>Type the value that is to hold.</source>
        <translation>请填写要采用的内容。</translation>
    </message>
    <message>
        <source>What waits for a decision</source>
        <translation>待决定的内容</translation>
    </message>
    <message>
        <source>{count} for this office</source>
        <translation>由本机关决定 {count} 项</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>{text}, {count} for others</source>
        <translation>{text}，由别处决定 {count} 项</translation>
    </message>
    <message>
        <source>{text}; more follow</source>
        <translation>{text}，后面还有</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save a copy to</source>
        <translation>副本存到</translation>
    </message>
    <message>
        <source>Save the result of every row</source>
        <translation>保存逐行结果</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>{file} result</source>
        <translation>{file} 逐行结果</translation>
    </message>
</context>
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
        <source>Give a year from {first} to {last}.</source>
        <translation>年份须在 {first} 年至 {last} 年之间。</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
</context>
<context>
    <name>DeputyExchangePage</name>
    <message>
        <source>By USB stick or as a file in a message</source>
        <translation>用 U 盘，或随消息发送的文件</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose the file from the station, or drop it on this page. A file twice does no harm.</source>
        <translation>选择联络站给您的文件，或把它拖到本页。同一个文件放两次也没关系。</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>For {name}: nothing new since the last package.</source>
        <translation>给{name}：上个包以后没有新内容。</translation>
    </message>
    <message>
        <source>For {name}: {count} entries wait.</source>
        <translation>给{name}：有 {count} 条待送出。</translation>
    </message>
    <message>
        <source>From {name}: {new} new matters, {changed} changed.</source>
        <translation>来自{name}：新事项 {new} 件，有变化的 {changed} 件。</translation>
    </message>
    <message>
        <source>Last written {when}.</source>
        <translation>上次写出：{when}。</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Not known here yet: telephone {name}, compare {fingerprint}, then take it in.</source>
        <translation>本机尚不认识对方：请致电{name}，核对指纹 {fingerprint}，再导入。</translation>
    </message>
    <message>
        <source>Nothing here yet: begin with step 1.</source>
        <translation>这里还没有内容，请从第 1 步开始。</translation>
    </message>
    <message>
        <source>Nothing waits for your signature or verdict.</source>
        <translation>没有待签名、待评价的事项。</translation>
    </message>
    <message>
        <source>Packages (*{suffix})</source>
        <translation>交换包 (*{suffix})</translation>
    </message>
    <message>
        <source>Read, sign, give your verdict</source>
        <translation>查看、签名、评价</translation>
    </message>
    <message>
        <source>Save the package to</source>
        <translation>交换包存到</translation>
    </message>
    <message>
        <source>Save the package to a folder</source>
        <translation>交换包存到文件夹</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Take in the package from the station</source>
        <translation>导入联络站的交换包</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Taken in. Go on with step 2.</source>
        <translation>已导入，请做第 2 步。</translation>
    </message>
    <message>
        <source>Taking in the package</source>
        <translation>正在导入交换包</translation>
    </message>
    <message>
        <source>The package from the station</source>
        <translation>联络站的交换包</translation>
    </message>
    <message>
        <source>The station above is not known yet: begin with step 1.</source>
        <translation>还不知道是哪个联络站，请从第 1 步开始。</translation>
    </message>
    <message>
        <source>This package is here already; nothing is left to do.</source>
        <translation>这个包已经导入过，不必再导入。</translation>
    </message>
    <message>
        <source>To my matters</source>
        <translation>看我的事项</translation>
    </message>
    <message>
        <source>Took in {count} changes</source>
        <translation>已导入 {count} 条</translation>
    </message>
    <message>
        <source>Write the package back</source>
        <translation>写回交换包</translation>
    </message>
    <message>
        <source>Writing the package</source>
        <translation>正在写交换包</translation>
    </message>
    <message>
        <source>{file} is written. Give it to the station.</source>
        <translation>已写出 {file}，请交给联络站。</translation>
    </message>
    <message>
        <source>{signs} to sign or submit, {judged} to judge.</source>
        <translation>待签名或提交 {signs} 件，待评价 {judged} 件。</translation>
    </message>
</context>
<context>
    <name>DeputyFilePage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>As</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Attitude</source>
        <translation>办理态度</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Empty until the station's package is here</source>
        <translation>导入联络站的交换包后才有内容</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>For</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Honours</source>
        <translation>评优</translation>
    </message>
    <message>
        <source>How</source>
        <translation>接待方式</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>兑现情况</translation>
    </message>
    <message>
        <source>List of my matters (PDF)</source>
        <translation>代表事项清单（PDF）</translation>
    </message>
    <message>
        <source>List of my matters as a workbook</source>
        <translation>代表事项清单存成 Excel</translation>
    </message>
    <message>
        <source>My file</source>
        <translation>履职档案</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接待群众</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Suggestions and motions</source>
        <translation>建议和议案</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>来访编号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写 {file}</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已评定</translation>
    </message>
    <message>
        <source>nominated</source>
        <translation>已推荐</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未认定</translation>
    </message>
    <message>
        <source>times: {n}, people: {people}</source>
        <translation>{n} 次，{people} 人次</translation>
    </message>
    <message>
        <source>{lead} led, {joint} joined</source>
        <translation>领衔 {lead} 件，附议 {joint} 件</translation>
    </message>
    <message>
        <source>{month} only: show the whole year</source>
        <translation>只看{month}：显示全年</translation>
    </message>
    <message>
        <source>{n} in all, {kept} kept, {unkept} not</source>
        <translation>共 {n} 项，已兑现 {kept} 项，未兑现 {unkept} 项</translation>
    </message>
</context>
<context>
    <name>DeputyList</name>
    <message>
        <source>99 workdays late</source>
        <translation>逾期 99 个工作日</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>我的全部事项</translation>
    </message>
    <message>
        <source>Draft a suggestion</source>
        <translation>起草建议</translation>
    </message>
    <message>
        <source>From its USB stick or the message it came with</source>
        <translation>在联络站给的 U 盘或消息里</translation>
    </message>
    <message>
        <source>Give verdict</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>My matters</source>
        <translation>我的事项</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>No package from the station yet</source>
        <translation>还没有联络站的交换包</translation>
    </message>
    <message>
        <source>Nothing of yours here yet</source>
        <translation>这里还没有您的事项</translation>
    </message>
    <message>
        <source>Promise due</source>
        <translation>承诺到期</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺到期</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Take in the package from the station</source>
        <translation>导入联络站的交换包</translation>
    </message>
    <message>
        <source>To judge</source>
        <translation>待评价</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待签名</translation>
    </message>
    <message>
        <source>To submit</source>
        <translation>待提交</translation>
    </message>
    <message>
        <source>To the exchange</source>
        <translation>去交换</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>What waits for me</source>
        <translation>等我办的</translation>
    </message>
    <message>
        <source>With</source>
        <translation>现由谁办</translation>
    </message>
    <message>
        <source>Your station sends what is yours as a file: matters you received, and suggestions.</source>
        <translation>联络站把与您有关的内容做成文件给您：您接待的事项、您提出的建议。</translation>
    </message>
    <message>
        <source>drafted {day}</source>
        <translation>{day}起草</translation>
    </message>
    <message>
        <source>replied {day}</source>
        <translation>{day}答复</translation>
    </message>
</context>
<context>
    <name>DeputyMatter</name>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Comment to the station; Ctrl+Enter saves</source>
        <translation>给联络站的意见，Ctrl+Enter 保存</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Its page among the suggestions</source>
        <translation>查看建议详情</translation>
    </message>
    <message>
        <source>My matters</source>
        <translation>我的事项</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Raised from</source>
        <translation>来源事项</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Who handles it</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>attitude {attitude}, result {result}</source>
        <translation>态度{attitude}、结果{result}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}前</translation>
    </message>
    <message>
        <source>class {letter}</source>
        <translation>{letter} 类</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>open</source>
        <translation>尚未认定</translation>
    </message>
    <message>
        <source>signed {day}</source>
        <translation>{day}签名</translation>
    </message>
</context>
<context>
    <name>DesksSection</name>
    <message>
        <source>A deputy with the program on a computer of their own gets their matters as a file, signs, gives their verdict, and sends a file back. Choose the deputy, give them a desk, write their package; opened there, it sets the desk up by itself.</source>
        <translation>代表在自己的电脑上装了本程序，就可以用文件收到自己的事项，签名、评价后再用文件送回。先选代表，给他一个工作台，再写出交换包；代表打开这个包，工作台就建好了。</translation>
    </message>
    <message>
        <source>Choose a deputy above</source>
        <translation>请在上面选一位代表</translation>
    </message>
    <message>
        <source>Code of their desk</source>
        <translation>代表工作台代码</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Find a deputy</source>
        <translation>查找代表</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Give this deputy a desk</source>
        <translation>给这位代表建工作台</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Now write their package: it sets up the desk when opened.</source>
        <translation>请写出给这位代表的交换包，打开后就建好工作台。</translation>
    </message>
    <message>
        <source>Save the package to</source>
        <translation>交换包存到</translation>
    </message>
    <message>
        <source>Save their package to a folder</source>
        <translation>交换包存到文件夹</translation>
    </message>
    <message>
        <source>The deputy chooses it at the program's first start.</source>
        <translation>代表第一次打开程序时选择它即可。</translation>
    </message>
    <message>
        <source>Their desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Writing the package</source>
        <translation>正在写交换包</translation>
    </message>
    <message>
        <source>{file} is written.</source>
        <translation>已写出 {file}。</translation>
    </message>
</context>
<context>
    <name>DifferenceList</name>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a file here: verified first, then shown</source>
        <translation>把文件拖到这里，先核验、再预览</translation>
    </message>
</context>
<context>
    <name>DueLine</name>
    <message>
        <source>Not asked for this time</source>
        <translation>这次不用报</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报表</translation>
    </message>
    <message>
        <source>Station report for {year}</source>
        <translation>{year} 年站点年报</translation>
    </message>
    <message>
        <source>Station report for {year} quarter {n}</source>
        <translation>{year} 年第 {n} 季度站点季报</translation>
    </message>
    <message>
        <source>Station report for {year}-{month:02}</source>
        <translation>{year} 年 {month} 月站点月报</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天应报</translation>
    </message>
    <message>
        <source>was due on {day}</source>
        <translation>应于 {day} 报</translation>
    </message>
    <message>
        <source>{text}, and {n} more</source>
        <translation>{text}，另有 {n} 份</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Erased for good</source>
        <translation>已永久删除</translation>
    </message>
    <message>
        <source>Every word of it is removed here, and at every office and deputy that has it as soon as your next package reaches them, with what others wrote of it. Only an id and the reason stay. Suggestions raised from it are matters of their own and stay. Backups, packages already written and papers are not reached: destroy these yourself. If it was merely entered by mistake, void it instead.</source>
        <translation>本机上的全部内容立即删除；其他机关和代表那里的内容，在收到您的下一个数据包后一并删除，他人就此所写的也不保留。只留下编号和理由。由此转成的建议是独立事项，仍然保留。备份、已生成的数据包和纸质材料不在其内，请自行销毁。若只是登记有误，请改用“作废”。</translation>
    </message>
    <message>
        <source>For instance: asked for by the person it is about</source>
        <translation>例如：当事人要求删除</translation>
    </message>
    <message>
        <source>I have read this. Nobody can undo it.</source>
        <translation>我已阅读以上说明。此操作任何人都无法撤销。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不删除</translation>
    </message>
    <message>
        <source>Name, telephone and address of the visitor are removed from this computer and from the files beside it, also where other matters name them. The matters stay. Backups and papers are not reached: destroy these yourself.</source>
        <translation>来访人的姓名、电话和住址将从本机及其附属文件中删除，其他事项中也不再显示；事项本身保留。备份和纸质材料不在其内，请自行销毁。</translation>
    </message>
    <message>
        <source>Only who raised it: name, telephone and address</source>
        <translation>仅删除反映人：姓名、电话、住址</translation>
    </message>
    <message>
        <source>Say in a few words why; this stays.</source>
        <translation>请简要写明理由，该理由会保留。</translation>
    </message>
    <message>
        <source>The whole matter, with its steps, replies and files</source>
        <translation>整个事项，连同办理步骤、答复和附件</translation>
    </message>
    <message>
        <source>Why, without repeating what is erased</source>
        <translation>理由（不要重复所删内容）</translation>
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
    <name>ExchangeColumn</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation>给{name}</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Its file waits: a receipt alone asks for everything</source>
        <translation>对方文件在等待：单独回执可请其补齐全部内容</translation>
    </message>
    <message>
        <source>No office above is set yet: Settings, This station.</source>
        <translation>还没有填上级代码：设置→本站信息。</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>没有待寄的内容。</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>往来单位</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Package {number}, {count} entries</source>
        <translation>第 {number} 包·{count} 项变更</translation>
    </message>
    <message>
        <source>Package {number}, {files} attached files asked for</source>
        <translation>第 {number} 包 · 对方要的附件 {files} 个</translation>
    </message>
    <message>
        <source>Package {number}, {size}: confirmed</source>
        <translation>第 {number} 包，{size}，对方已确认</translation>
    </message>
    <message>
        <source>Package {number}, {size}: not confirmed yet</source>
        <translation>第 {number} 包，{size}，对方未确认</translation>
    </message>
    <message>
        <source>Save the package for {name}</source>
        <translation>存交换包，给{name}</translation>
    </message>
    <message>
        <source>Save to a folder</source>
        <translation>存到 U 盘</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒收</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>{count} linked</source>
        <translation>{count} 个</translation>
    </message>
    <message>
        <source>{count} more; “All” shows them.</source>
        <translation>另有 {count} 个，点“全部”显示。</translation>
    </message>
    <message>
        <source>{name}: encryption, receipt, what was sent</source>
        <translation>{name}：加密、回执、已发的包</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>By USB stick, shared folder or office mail</source>
        <translation>用 U 盘、共享文件夹或内网邮件送文件</translation>
    </message>
    <message>
        <source>Choose the ledger</source>
        <translation>选择台账文件</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Files and offices</source>
        <translation>文件和单位</translation>
    </message>
    <message>
        <source>Import a ledger</source>
        <translation>导入台账</translation>
    </message>
    <message>
        <source>Keys and trust</source>
        <translation>密钥与信任</translation>
    </message>
    <message>
        <source>Ledgers (*.xlsx *.xls *.csv)</source>
        <translation>台账 (*.xlsx *.xls *.csv)</translation>
    </message>
    <message>
        <source>Open a received file</source>
        <translation>打开收到的文件</translation>
    </message>
    <message>
        <source>Open received files</source>
        <translation>打开收到的文件</translation>
    </message>
    <message>
        <source>Packages, introductions and reply sheets ({packages} *.xlsx *.docx *.xls)</source>
        <translation>交换包、登记申请和答复表 ({packages} *.xlsx *.docx *.xls)</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>全部存出</translation>
    </message>
    <message>
        <source>Watch folders</source>
        <translation>自动收取</translation>
    </message>
</context>
<context>
    <name>FigureList</name>
    <message>
        <source>Line of the table</source>
        <translation>表中的行</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>Do not import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>I compared it by telephone: import {count}</source>
        <translation>我已电话核对，导入 {count} 项</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>导入 {count} 项</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 行</translation>
    </message>
    <message>
        <source>Look at the reply</source>
        <translation>核对答复</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Result of every row</source>
        <translation>逐行结果</translation>
    </message>
    <message>
        <source>{count} in conflict, kept for later</source>
        <translation>冲突 {count} 处，留待以后</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>A copy goes into the folder or onto the stick that you choose.</source>
        <translation>副本存到您选的文件夹或 U 盘，转交给对方。</translation>
    </message>
    <message>
        <source>Anybody may have written an unsigned file. It is best to ask for a new one.</source>
        <translation>没有签名的文件谁都可能写出，最好请对方重新发一份。</translation>
    </message>
    <message>
        <source>Ask by telephone whether they sent it</source>
        <translation>打电话问对方是否发过这个文件</translation>
    </message>
    <message>
        <source>Compare the fingerprint by telephone</source>
        <translation>打电话核对指纹</translation>
    </message>
    <message>
        <source>First look at what it would bring</source>
        <translation>先看看它会带来什么</translation>
    </message>
    <message>
        <source>Import the earlier file, if it is here</source>
        <translation>前面的文件若在手边，先导入它</translation>
    </message>
    <message>
        <source>It says what is missing here; their next one contains everything.</source>
        <translation>包里会说明这里缺什么，对方下一个包就会补齐。</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Look at it beside the matter</source>
        <translation>对照事项核对</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>打开其他文件</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Or send them a package or a receipt</source>
        <translation>或者给对方发一包或一份回执</translation>
    </message>
    <message>
        <source>Pass it on</source>
        <translation>转交给对方</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>The same: accept and import</source>
        <translation>一致，接受并导入</translation>
    </message>
    <message>
        <source>They did: import it</source>
        <translation>对方发过，导入</translation>
    </message>
    <message>
        <source>To the outbox</source>
        <translation>去发件箱</translation>
    </message>
    <message>
        <source>What waits then goes on by itself.</source>
        <translation>等待的文件随后会自动导入。</translation>
    </message>
    <message>
        <source>{file} waits</source>
        <translation>{file} 待定</translation>
    </message>
    <message>
        <source>{file} was not taken in</source>
        <translation>{file} 没有导入</translation>
    </message>
    <message>
        <source>{number} {title}</source>
        <translation>{number} {title}</translation>
    </message>
    <message>
        <source>{reason} It is kept here until then; nothing on this desk was changed.</source>
        <translation>{reason}文件先留在这里，本站内容没有变动。</translation>
    </message>
    <message>
        <source>{reason} Nothing on this desk was changed.</source>
        <translation>{reason}本工作台没有任何改动。</translation>
    </message>
    <message>
        <source>{unit} sent its sheet back</source>
        <translation>{unit}发回了回复单</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>About ten minutes. Any step can wait; it is in the settings later.</source>
        <translation>约 10 分钟。任何一步都可以先跳过，以后在“设置”里补。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Columns known: name, level, district, telephone</source>
        <translation>认得的列：姓名、层级、选区、电话；其余列可手工对应</translation>
    </message>
    <message>
        <source>Departments, town offices and villages one hands matters to</source>
        <translation>分办事项的部门、镇街和村居</translation>
    </message>
    <message>
        <source>Deputies to be consulted</source>
        <translation>待征询代表</translation>
    </message>
    <message>
        <source>Each says how many working days are left, and how they are counted.</source>
        <translation>每件都写明还剩几个工作日、怎样算的。</translation>
    </message>
    <message>
        <source>Enter deputies</source>
        <translation>录入代表</translation>
    </message>
    <message>
        <source>Enter units</source>
        <translation>录入单位</translation>
    </message>
    <message>
        <source>Files sent by the town or the county.</source>
        <translation>镇街、区人大送来的文件。</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>From Excel, or one by one</source>
        <translation>从 Excel 导入，或逐个输入</translation>
    </message>
    <message>
        <source>List of deputies</source>
        <translation>代表名册</translation>
    </message>
    <message>
        <source>Log the first visit at once</source>
        <translation>直接登记第一位来访</translation>
    </message>
    <message>
        <source>Look here first every day.</source>
        <translation>每天打开先看这里。</translation>
    </message>
    <message>
        <source>Matters handled whose visitor does not know yet.</source>
        <translation>办结了还没有告诉来访人的事项。</translation>
    </message>
    <message>
        <source>Name, address, opening hours, grids</source>
        <translation>名称、地址、开放时间、网格</translation>
    </message>
    <message>
        <source>Open a package from the town</source>
        <translation>打开镇街或区人大给的文件</translation>
    </message>
    <message>
        <source>Or</source>
        <translation>或者</translation>
    </message>
    <message>
        <source>Overdue and due in seven days</source>
        <translation>逾期与七日内到期</translation>
    </message>
    <message>
        <source>Packages to take in</source>
        <translation>待处理包</translation>
    </message>
    <message>
        <source>Suggestions replied to, the deputies' verdict still to come.</source>
        <translation>答复到了还没有请代表评价的建议。</translation>
    </message>
    <message>
        <source>Take in a ledger kept in Excel</source>
        <translation>导入原有的 Excel 台账</translation>
    </message>
    <message>
        <source>This page, later</source>
        <translation>以后这一页</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>本站信息</translation>
    </message>
    <message>
        <source>Three things first, then you can receive</source>
        <translation>先做三件事，就可以接待</translation>
    </message>
    <message>
        <source>Units that handle matters</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Visitors to be told</source>
        <translation>待反馈群众</translation>
    </message>
    <message>
        <source>{name}, station code {code}</source>
        <translation>{name}，站码 {code}</translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message>
        <source>Taking in what came into the watched folder</source>
        <translation>正在收入共享文件夹里的新包</translation>
    </message>
    <message>
        <source>Watched folder: {result}</source>
        <translation>共享文件夹：{result}</translation>
    </message>
    <message>
        <source>{folder} cannot be read just now</source>
        <translation>现在读不到 {folder}</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>IntroducedDesk</name>
    <message>
        <source> Another computer of this office is believed already: ask whether this one is new.</source>
        <translation>本机已信任该机关的另一台电脑：请问清这台是不是新的。</translation>
    </message>
    <message>
        <source>A desk introduces itself</source>
        <translation>收到登记申请</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不接受</translation>
    </message>
    <message>
        <source>Not accepted; nothing was changed. Tell them that it did not fit.</source>
        <translation>没有接受，什么也没有改。请告诉对方指纹不符。</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Telephone them, under a number you know already. Have all eight groups read out and compare each. Only if every one is the same, accept.</source>
        <translation>请按您本来就知道的号码打电话给对方，请对方念出八组字符，逐组核对。八组都一致才接受。</translation>
    </message>
    <message>
        <source>They read out the same: accept</source>
        <translation>念的一致，接受</translation>
    </message>
    <message>
        <source>This desk is believed already; there is nothing to do.</source>
        <translation>本机已经信任这个工作台，不用再做什么。</translation>
    </message>
    <message>
        <source>This desk was struck off, and stays so: nothing after its entry {until} counts. They begin anew with another desk.</source>
        <translation>这个工作台已被注销，不能恢复：第 {until} 条之后的记录一律无效。请对方换新的工作台。</translation>
    </message>
    <message>
        <source>This is the introduction of this desk itself: it goes to the other office.</source>
        <translation>这是本机自己的登记申请，要送到对方机关去打开。</translation>
    </message>
    <message>
        <source>{count} more after this</source>
        <translation>后面还有 {count} 份</translation>
    </message>
    <message>
        <source>{name} ({site})</source>
        <translation>{name}（{site}）</translation>
    </message>
    <message>
        <source>{name} ({site}), which stands under {parent}</source>
        <translation>{name}（{site}），上级为 {parent}</translation>
    </message>
    <message>
        <source>{name} is believed from now on.</source>
        <translation>自现在起信任{name}。</translation>
    </message>
</context>
<context>
    <name>KeptLine</name>
    <message>
        <source>Draft kept {time}</source>
        <translation>草稿已自动保存 {time}</translation>
    </message>
</context>
<context>
    <name>LedgerPreview</name>
    <message>
        <source> {count} received a reply they lacked.</source>
        <translation> 其中 {count} 件补入了答复。</translation>
    </message>
    <message>
        <source>Choose the row with the columns' names, and the column of the title or of the text.</source>
        <translation>请选择列名所在的行，以及标题或内容所在的列。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列的对应</translation>
    </message>
    <message>
        <source>Columns recognised: {pairs}</source>
        <translation>认出的列：{pairs}</translation>
    </message>
    <message>
        <source>Imported: {new} new, {same} here already, {rejected} not taken.</source>
        <translation>导入完成：新增 {new} 件，已有 {same} 件，未导入 {rejected} 行。</translation>
    </message>
    <message>
        <source>No column was recognised.</source>
        <translation>没有识别出任何一列。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Only rows that cannot be taken</source>
        <translation>只看不能导入的行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>Rows of the ledger</source>
        <translation>台账各行</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What is shown of the ledger</source>
        <translation>显示台账的哪一面</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>cannot be taken</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>its reply added</source>
        <translation>补入答复</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>LevelChoice</name>
    <message>
        <source>The lead deputy's</source>
        <translation>领衔代表所在人大</translation>
    </message>
    <message>
        <source>{level} (the lead deputy's)</source>
        <translation>{level}（领衔代表所在）</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已筛选</translation>
    </message>
    <message>
        <source>Delete a view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Do not save the view</source>
        <translation>不保存视图</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Name of this view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save what is shown as a view</source>
        <translation>当前筛选存为视图</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Verdict awaited</source>
        <translation>待评价</translation>
    </message>
    <message>
        <source>View “{name}” saved</source>
        <translation>已保存视图“{name}”</translation>
    </message>
    <message>
        <source>Visitors to be told</source>
        <translation>待反馈群众</translation>
    </message>
    <message>
        <source>{view}: {n}</source>
        <translation>{view} {n} 件</translation>
    </message>
</context>
<context>
    <name>ListSection</name>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Added to the list</source>
        <translation>已加入名册</translation>
    </message>
    <message>
        <source>Choose the sheet</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>在名册里查找</translation>
    </message>
    <message>
        <source>From a sheet</source>
        <translation>导入 Excel</translation>
    </message>
    <message>
        <source>Make them our own</source>
        <translation>取为本站类别</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新增一条</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.xls *.csv)</source>
        <translation>表格 (*.xlsx *.xls *.csv)</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从名册移除</translation>
    </message>
    <message>
        <source>Taken off the list; matters keep its name</source>
        <translation>已从名册移除，原有事项仍显示其名称</translation>
    </message>
    <message>
        <source>These come with the rules. Make them your own to change them.</source>
        <translation>这些类别来自规则方案；取为本站类别后可以修改。</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>共 {count} 条</translation>
    </message>
</context>
<context>
    <name>LockedFile</name>
    <message>
        <source>The key of this desk does not open it. If its sender closed it with a passphrase, ask for it by telephone and type it here; otherwise ask for a file encrypted for this office. It waits here meanwhile.</source>
        <translation>本机的密钥打不开它。如果对方是用口令加密的，请打电话问口令，输在这里；否则请对方改为加密给本机关再发。文件先留在这里等候。</translation>
    </message>
    <message>
        <source>{file} is encrypted</source>
        <translation>{file} 已加密</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>It was stopped before it was verified.</source>
        <translation>核验中途停止了。</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Reply of {unit}</source>
        <translation>{unit}的答复</translation>
    </message>
    <message>
        <source>Trying again what waits</source>
        <translation>正在重试待定的文件</translation>
    </message>
    <message>
        <source>Verifying {file}</source>
        <translation>正在核验 {file}</translation>
    </message>
    <message>
        <source>being verified</source>
        <translation>正在核验</translation>
    </message>
    <message>
        <source>made {when}</source>
        <translation>{when} 生成</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{sender}, package {number}</source>
        <translation>{sender} 第 {number} 包</translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>检查数据</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Desk file</source>
        <translation>工作台文件</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Open another desk</source>
        <translation>打开另一个工作台</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
</context>
<context>
    <name>MachineSection</name>
    <message>
        <source>Backed up as {name}</source>
        <translation>已备份为 {name}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>正在检查数据</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Into {folder}. Best on another disk or a USB stick.</source>
        <translation>备份到 {folder}，最好是另一块硬盘或 U 盘。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>No folder chosen yet. Best on another disk or a USB stick.</source>
        <translation>还没有选文件夹，最好放在另一块硬盘或 U 盘。</translation>
    </message>
    <message>
        <source>The data are sound. {n} attached files have not arrived here:</source>
        <translation>数据完好。有 {n} 个附件尚未到达本台：</translation>
    </message>
    <message>
        <source>The data are sound: the records agree with the log.</source>
        <translation>数据完好：记录与日志一致。</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>备份放在哪里</translation>
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
    <name>ManyChoice</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
</context>
<context>
    <name>MatterCard</name>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>当场答复</translation>
    </message>
    <message>
        <source>As they said it, not rewritten</source>
        <translation>照原话记，不改写</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已填好</translation>
    </message>
    <message>
        <source>Deputies, the first leads</source>
        <translation>提出代表（第一位领衔）</translation>
    </message>
    <message>
        <source>Do not merge</source>
        <translation>不并入</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>How computed</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>Keep here</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Matter {number}, closed</source>
        <translation>第 {number} 件，已收起</translation>
    </message>
    <message>
        <source>Matter {number}, open</source>
        <translation>第 {number} 件，已展开</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不受理</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>未填好</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>未写</translation>
    </message>
    <message>
        <source>Open this matter</source>
        <translation>展开这一件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>转项目</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>转建议</translation>
    </message>
    <message>
        <source>The visitor's own words</source>
        <translation>来访人原话</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>怎样处理</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>应去何处</translation>
    </message>
    <message>
        <source>Will be merged into {matter} when saved</source>
        <translation>保存时并入 {matter}</translation>
    </message>
    <message>
        <source>With</source>
        <translation>会办</translation>
    </message>
    <message>
        <source>{term} from today</source>
        <translation>今天起 {term}</translation>
    </message>
</context>
<context>
    <name>MatterDetail</name>
    <message>
        <source>Copy the number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>Feedback slip</source>
        <translation>办理情况反馈单</translation>
    </message>
    <message>
        <source>Filed {day}</source>
        <translation>{day}归档</translation>
    </message>
    <message>
        <source>Hand-over slip</source>
        <translation>转办（交办）单</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>Merged into {number}</source>
        <translation>已并入 {number}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Notice of non-acceptance</source>
        <translation>不受理告知单</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开主件</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Registration form</source>
        <translation>接待群众登记表</translation>
    </message>
    <message>
        <source>Show name and number</source>
        <translation>显示姓名和电话</translation>
    </message>
    <message>
        <source>Show the whole number; that it was shown is written down</source>
        <translation>显示完整号码；查看会留下记录</translation>
    </message>
    <message>
        <source>Suggestion sheet</source>
        <translation>代表建议专用纸</translation>
    </message>
    <message>
        <source>Telephone {number}</source>
        <translation>电话 {number}</translation>
    </message>
    <message>
        <source>The clock stands still</source>
        <translation>已暂停计时</translation>
    </message>
    <message>
        <source>Where the matter stands</source>
        <translation>办理进度</translation>
    </message>
    <message>
        <source>no clock runs at this stage</source>
        <translation>此环节不计时限</translation>
    </message>
    <message>
        <source>told together when that one is closed</source>
        <translation>主件办结后一并反馈</translation>
    </message>
    <message>
        <source>until it is resumed</source>
        <translation>恢复计时后继续计算</translation>
    </message>
    <message>
        <source>{number} copied</source>
        <translation>已复制 {number}</translation>
    </message>
    <message>
        <source>{number} voided</source>
        <translation>{number} 已作废</translation>
    </message>
</context>
<context>
    <name>MatterEdit</name>
    <message>
        <source>A correction that was not saved is here again.</source>
        <translation>上次未保存的更正已恢复。</translation>
    </message>
    <message>
        <source>A matter needs a title.</source>
        <translation>请填写标题。</translation>
    </message>
    <message>
        <source>As it stands now</source>
        <translation>改回现状</translation>
    </message>
    <message>
        <source>Asks not to be named</source>
        <translation>要求保密</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Correction saved</source>
        <translation>更正已保存</translation>
    </message>
    <message>
        <source>Enter a number of people, such as 3.</source>
        <translation>请填人数，如 3。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>People concerned</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>保存更正</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>The visitor's own words</source>
        <translation>来访人原话</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>诉求</translation>
    </message>
</context>
<context>
    <name>MatterFilters</name>
    <message>
        <source>Deputy</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>七日内到期</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>To be consulted</source>
        <translation>待征询</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>待反馈</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Verdict awaited</source>
        <translation>待评价</translation>
    </message>
</context>
<context>
    <name>MatterList</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter +{n}</source>
        <translation>筛选 +{n}</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>在列表中查找</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>In seven days</source>
        <translation>七日内到期</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Number, words, place, name</source>
        <translation>编号、标题、地点、姓名</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Order: by due day or newest first</source>
        <translation>次序：按到期日或最新在前</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Without {filter}</source>
        <translation>去掉“{filter}”</translation>
    </message>
</context>
<context>
    <name>MatterMarks</name>
    <message>
        <source>Asks not to be named</source>
        <translation>要求保密</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>The name then stands on no list; showing it is written down</source>
        <translation>姓名不出现在任何列表里；查看会留下记录</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
</context>
<context>
    <name>MatterTabs</name>
    <message>
        <source>Asks not to be named</source>
        <translation>要求保密</translation>
    </message>
    <message>
        <source>Attitude</source>
        <translation>办理态度</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>接待方式</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>提出代表</translation>
    </message>
    <message>
        <source>Deputies receiving</source>
        <translation>接待代表</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>How many came</source>
        <translation>来访人数</translation>
    </message>
    <message>
        <source>Merged into this one, raised by {name}</source>
        <translation>并入本件，反映人 {name}</translation>
    </message>
    <message>
        <source>No ties</source>
        <translation>没有关联</translation>
    </message>
    <message>
        <source>Nobody was told yet</source>
        <translation>尚未反馈</translation>
    </message>
    <message>
        <source>Number in the source</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Parts of this matter</source>
        <translation>事项各部分</translation>
    </message>
    <message>
        <source>People concerned</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Proposed units</source>
        <translation>建议承办单位</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公开意见</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Replies, what the visitor was told and every verdict will stand here.</source>
        <translation>单位的答复、告诉来访人的内容和各方评价会记在这里。</translation>
    </message>
    <message>
        <source>Reply of {unit}</source>
        <translation>{unit}答复</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>届次会议</translation>
    </message>
    <message>
        <source>Speak for the group</source>
        <translation>群体来访代表</translation>
    </message>
    <message>
        <source>Suggestions raised from it, matters merged into it and this visitor's others.</source>
        <translation>由本件提出的建议、并入的事项和来访人的其他事项会列在这里。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The visitor's own words</source>
        <translation>来访人原话</translation>
    </message>
    <message>
        <source>This visitor's other matters</source>
        <translation>来访人的其他事项</translation>
    </message>
    <message>
        <source>Tied to this matter</source>
        <translation>与本件关联</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Verdict of {name}</source>
        <translation>{name}的评价</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Visitor's verdict</source>
        <translation>群众评价</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>a unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>class {code}</source>
        <translation>{code} 类</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{kind}: has not arrived here yet</source>
        <translation>{kind}：尚未传到本机</translation>
    </message>
</context>
<context>
    <name>MatterTold</name>
    <message>
        <source>Back to the people</source>
        <translation>反馈群众</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>反馈内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>反映人</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>尚未反馈</translation>
    </message>
    <message>
        <source>was not told</source>
        <translation>未反馈</translation>
    </message>
    <message>
        <source>{n} still to be told</source>
        <translation>还有 {n} 人待反馈</translation>
    </message>
</context>
<context>
    <name>MattersPage</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>No matter fits. Take a filter off, or search for other words.</source>
        <translation>没有符合条件的事项。去掉一个筛选，或换个词查找。</translation>
    </message>
    <message>
        <source>This matter is no longer here: it was voided or undone.</source>
        <translation>这一件已不在这里：已作废或已撤销。</translation>
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
    <name>MonthsSection</name>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Last six months</source>
        <translation>近六个月</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收集</translation>
    </message>
</context>
<context>
    <name>MotionEdit</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Deputies, the first leads</source>
        <translation>提出代表（第一位领衔）</translation>
    </message>
    <message>
        <source>Grounds: why it is needed</source>
        <translation>案据：为什么需要</translation>
    </message>
    <message>
        <source>In the name of a delegation</source>
        <translation>以代表团名义</translation>
    </message>
    <message>
        <source>Plan: what is to be done</source>
        <translation>方案：怎么办</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Put to the congress of</source>
        <translation>所属层级</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会议届次</translation>
    </message>
    <message>
        <source>What the motion is about</source>
        <translation>案由</translation>
    </message>
    <message>
        <source>关于……的议案</source>
        <translation>关于……的议案</translation>
    </message>
</context>
<context>
    <name>MotionEditor</name>
    <message>
        <source>Draft a motion</source>
        <translation>起草议案</translation>
    </message>
    <message>
        <source>In the name of a delegation: no number of deputies is asked.</source>
        <translation>以代表团名义提出，不要求联名人数。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Revise the motion</source>
        <translation>修改议案</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved {number}</source>
        <translation>已保存 {number}</translation>
    </message>
    <message>
        <source>Saving the motion</source>
        <translation>正在保存议案</translation>
    </message>
    <message>
        <source>{must} deputies must sign before it is submitted; {n} stand here, {short} more.</source>
        <translation>提交前须有 {must} 名代表联名；现列 {n} 名，还差 {short} 名。</translation>
    </message>
    <message>
        <source>{must} deputies must sign before it is submitted; {n} stand here.</source>
        <translation>提交前须有 {must} 名代表联名；现列 {n} 名。</translation>
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
    <name>NoteLine</name>
    <message>
        <source>A line on how it is handled; Ctrl+Enter saves</source>
        <translation>写一条办理记录，Ctrl+Enter 保存</translation>
    </message>
    <message>
        <source>Note on the handling</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>已记下</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>Accept an office, read out the fingerprint of this desk</source>
        <translation>接受别的机关、念出本机指纹</translation>
    </message>
    <message>
        <source>At the left, for each office: everything it has not confirmed yet</source>
        <translation>在左侧按单位存出：对方尚未确认的全部内容</translation>
    </message>
    <message>
        <source>Drop a file here: it is verified, then shown; a whole folder is taken in at once</source>
        <translation>把文件拖到这里：先核验，再预览；整个文件夹一次收入</translation>
    </message>
    <message>
        <source>Nothing to decide just now</source>
        <translation>眼下没有要处理的来件</translation>
    </message>
    <message>
        <source>Offices exchange files; no network is needed. A file twice or late does no harm.</source>
        <translation>各单位之间用文件往来，不需要网络。文件重复或迟到都没有关系。</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Or</source>
        <translation>或者</translation>
    </message>
    <message>
        <source>Send what is new</source>
        <translation>把新内容发出去</translation>
    </message>
    <message>
        <source>Take in an old ledger (Excel, CSV)</source>
        <translation>导入旧台账（Excel、CSV）</translation>
    </message>
    <message>
        <source>Take in what came</source>
        <translation>收下来件</translation>
    </message>
    <message>
        <source>To the outbox</source>
        <translation>去发件箱</translation>
    </message>
    <message>
        <source>Type in a unit's reply that came on paper</source>
        <translation>录入单位的纸质答复</translation>
    </message>
    <message>
        <source>Watch a shared folder</source>
        <translation>自动收取共享文件夹</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>A visit was left half typed: {who}, {day} {time}</source>
        <translation>有一份没登记完的来访：{who}，{day} {time}</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discarded: {who}, 1 matter</source>
        <translation>已放弃：{who}，1 件事项</translation>
    </message>
    <message>
        <source>Discarded: {who}, {n} matters</source>
        <translation>已放弃：{who}，{n} 件事项</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续登记</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>{n} more after it</source>
        <translation>后面还有 {n} 份</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Packing for {site}</source>
        <translation>正在为 {site} 打包</translation>
    </message>
    <message>
        <source>Save all packages to</source>
        <translation>全部交换包存到</translation>
    </message>
    <message>
        <source>Save the package to</source>
        <translation>交换包存到</translation>
    </message>
    <message>
        <source>Save the receipt to</source>
        <translation>回执存到</translation>
    </message>
    <message>
        <source>Saved {file}: a receipt alone. Hand it over, or send it.</source>
        <translation>已存 {file}（单独的回执），请送交或发给对方。</translation>
    </message>
    <message>
        <source>Saved {file}: {count} entries. Hand it over, or send it.</source>
        <translation>已存 {file}：{count} 条记录。请送交或发送。</translation>
    </message>
    <message>
        <source>Stopped; no package was written.</source>
        <translation>已停止，没有写出交换包。</translation>
    </message>
    <message>
        <source>Writing a receipt for {site}</source>
        <translation>正在给{site}写回执</translation>
    </message>
    <message>
        <source>Writing all packages</source>
        <translation>正在写出全部交换包</translation>
    </message>
</context>
<context>
    <name>Outlet</name>
    <message>
        <source>As Excel…</source>
        <translation>Excel 文件…</translation>
    </message>
    <message>
        <source>As PDF…</source>
        <translation>PDF 文件…</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>选择存放文件夹</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save as PDF and print it where there is one.</source>
        <translation>本机没有安装打印机。请存为 PDF，到有打印机的电脑上打印。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报表</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Sent to the printer, pages: {n}</source>
        <translation>已送打印 {n} 页</translation>
    </message>
    <message>
        <source>The document has {n} pages; none of those asked for is among them.</source>
        <translation>文件共 {n} 页，没有所选的页码。</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Writing a file for each station</source>
        <translation>正在逐站生成文件</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写 {file}</translation>
    </message>
</context>
<context>
    <name>OwnDesk</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Fingerprint copied</source>
        <translation>指纹已复制</translation>
    </message>
    <message>
        <source>Fingerprint of this desk</source>
        <translation>本机指纹</translation>
    </message>
    <message>
        <source>Fingerprint of this desk: {mark}</source>
        <translation>本机指纹：{mark}</translation>
    </message>
    <message>
        <source>Read it out when another office telephones. The introduction (a small file, .lzk) goes to the office above or below, by stick or mail; there it is opened, compared and accepted.</source>
        <translation>别的机关来电核对时，请念出上面的指纹。登记申请是一个 .lzk 小文件，用 U 盘或内网邮件送到上级或下级机关，在那里打开、核对、接受。</translation>
    </message>
    <message>
        <source>Save the introduction to</source>
        <translation>登记申请存到</translation>
    </message>
    <message>
        <source>Write an introduction</source>
        <translation>写登记申请</translation>
    </message>
    <message>
        <source>Writing the introduction</source>
        <translation>正在写登记申请</translation>
    </message>
    <message>
        <source>{file} is written. Hand it over; when they telephone, read the fingerprint out.</source>
        <translation>已写出 {file}，请送交对方；对方来电时，念出指纹。</translation>
    </message>
</context>
<context>
    <name>OwnTemplate</name>
    <message>
        <source>Choose an Excel workbook…</source>
        <translation>选择本单位的 Excel 表格…</translation>
    </message>
    <message>
        <source>Choose your own workbook</source>
        <translation>选择本单位的表格</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>Fill “{file}”…</source>
        <translation>填入“{file}”…</translation>
    </message>
    <message>
        <source>Filled files will be without: {parts}.</source>
        <translation>填好的文件里不会保留：{parts}。</translation>
    </message>
    <message>
        <source>No workbook chosen yet</source>
        <translation>尚未选择表格</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>不再使用</translation>
    </message>
    <message>
        <source>Save an example with all names…</source>
        <translation>保存含全部名称的样例…</translation>
    </message>
    <message>
        <source>Save the example</source>
        <translation>保存样例</translation>
    </message>
    <message>
        <source>Save the filled workbook</source>
        <translation>保存填好的表格</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>The workbook is no longer used for this report.</source>
        <translation>本报表不再使用该表格。</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写 {file}</translation>
    </message>
    <message>
        <source>“{file}” is filled for this report from now on.</source>
        <translation>今后本报表可填入“{file}”。</translation>
    </message>
</context>
<context>
    <name>PackagePreview</name>
    <message>
        <source>Addressed to this desk</source>
        <translation>发给本站</translation>
    </message>
    <message>
        <source>After</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Another office decides; until then the value last agreed holds.</source>
        <translation>由别处决定；决定前沿用双方最后一致的内容。</translation>
    </message>
    <message>
        <source>Anybody may have written this file. Ask {sender} by telephone whether they sent it before importing; better still, ask for a new one.</source>
        <translation>这个文件可能出自任何人。导入前请致电{sender}确认是否由其发出，最好请其重新发一个。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Everything in it is here already. Importing it again changes nothing.</source>
        <translation>里面的内容都已收到过，再导入也不会改变什么。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Not known here yet. Telephone them and compare before importing.</source>
        <translation>本机尚不认识对方。请先致电核对指纹，再导入。</translation>
    </message>
    <message>
        <source>Not signed; says: {sender}</source>
        <translation>未签名；自称：{sender}</translation>
    </message>
    <message>
        <source>Nothing in it is new here. Import it all the same: then the sender hears that it came.</source>
        <translation>里面没有新内容。仍请导入，对方才知道已收到。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Signed by {sender}</source>
        <translation>签名有效：{sender}</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>现用</translation>
    </message>
    <message>
        <source>This office decides after the import, under To decide.</source>
        <translation>由本机关决定：导入后在“待决定”里选定。</translation>
    </message>
    <message>
        <source>Two offices changed the same field. The value both knew stays in force, marked, until someone decides; nothing is lost.</source>
        <translation>同一字段两处都改了。有人决定之前，仍用双方都知道的值并作标记；两个值都不会丢。</translation>
    </message>
    <message>
        <source>Values set aside</source>
        <translation>未采用的值</translation>
    </message>
    <message>
        <source>Values set aside. Two wrote at the same time; the history keeps what does not stand.</source>
        <translation>未采用的值：两处同时填写，只用其一；未采用的仍留在历史里。</translation>
    </message>
    <message>
        <source>What the package brings</source>
        <translation>交换包带来的变更</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Whole and unaltered</source>
        <translation>内容完整，未被改动</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>填写人</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>in conflict, kept side by side and marked</source>
        <translation>冲突，并存并标记</translation>
    </message>
    <message>
        <source>made {when}, {size}</source>
        <translation>{when} 生成，{size}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>proposals</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>values set aside</source>
        <translation>项值未采用</translation>
    </message>
    <message>
        <source>{count} more are not listed.</source>
        <translation>另有 {count} 项未列出。</translation>
    </message>
    <message>
        <source>{number} {field}: {values}</source>
        <translation>{number}“{field}”：{values}</translation>
    </message>
    <message>
        <source>{sender} → {me}, package {number}</source>
        <translation>{sender} → {me} 第 {number} 包</translation>
    </message>
    <message>
        <source>{site}: fingerprint {fingerprint}</source>
        <translation>{site}：指纹 {fingerprint}</translation>
    </message>
    <message>
        <source>{value} ({site})</source>
        <translation>{value}（{site}）</translation>
    </message>
</context>
<context>
    <name>PartsChoice</name>
    <message>
        <source>Choose what the rows show</source>
        <translation>选择显示哪些内容</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>As</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Enter somebody</source>
        <translation>登记一位</translation>
    </message>
    <message>
        <source>Enter somebody else</source>
        <translation>再登记一位</translation>
    </message>
    <message>
        <source>Everyone who works at this desk, and as what. No password is asked: the program trusts whoever sits here, and writes the name beside every change.</source>
        <translation>在这个工作台工作的人和各自的身份。不用密码：程序相信坐在这里的人，并在每次改动旁写上姓名。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nobody is entered yet. Enter yourself first.</source>
        <translation>还没有登记任何人，请先登记您自己。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Sits here now</source>
        <translation>换成此人使用</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Taken off; what they wrote keeps their name</source>
        <translation>已移除，以前的记录仍写其姓名</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>at work now</source>
        <translation>正在使用</translation>
    </message>
</context>
<context>
    <name>PhraseLine</name>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的口令</translation>
    </message>
    <message>
        <source>Type the passphrase first.</source>
        <translation>请先输入口令。</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Making the demo desk</source>
        <translation>正在生成演示工作台</translation>
    </message>
</context>
<context>
    <name>PromiseRows</name>
    <message>
        <source>Add a promise</source>
        <translation>添加承诺事项</translation>
    </message>
</context>
<context>
    <name>PromisesTable</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>By</source>
        <translation>限期</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>No promise recorded.</source>
        <translation>没有登记承诺事项。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已到期未兑现</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>To be kept</source>
        <translation>待兑现</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>{day} {state}</source>
        <translation>{day}{state}</translation>
    </message>
    <message>
        <source>{kept} of {all} kept</source>
        <translation>{kept}/{all} 已兑现</translation>
    </message>
    <message>
        <source>{said}: {proof}</source>
        <translation>{said}：{proof}</translation>
    </message>
</context>
<context>
    <name>ReadyAnswers</name>
    <message>
        <source>(by {rule})</source>
        <translation>（依据：{rule}）</translation>
    </message>
    <message>
        <source>Edit the list…</source>
        <translation>编辑常用答复…</translation>
    </message>
    <message>
        <source>Keep for next time</source>
        <translation>存为常用</translation>
    </message>
    <message>
        <source>Keeping the answer</source>
        <translation>正在存为常用答复</translation>
    </message>
    <message>
        <source>Kept among the ready answers</source>
        <translation>已存入常用答复</translation>
    </message>
    <message>
        <source>None is kept yet</source>
        <translation>还没有常用答复</translation>
    </message>
    <message>
        <source>Ready answers</source>
        <translation>常用答复</translation>
    </message>
</context>
<context>
    <name>ReceptionForm</name>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Another matter</source>
        <translation>再加一件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>I am…, my phone is…, on … Road…</source>
        <translation>我叫……，电话……，……路……</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Name, or initials</source>
        <translation>姓名或拼音首字母</translation>
    </message>
    <message>
        <source>Paste the text here; the fields it names are proposed below.</source>
        <translation>把微信或电话记录粘贴在这里，认出的姓名、电话、地点会填到下面，请核对。</translation>
    </message>
    <message>
        <source>Take into the card</source>
        <translation>填入登记</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Told of purpose and keeping</source>
        <translation>已告知用途和保存期</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>来访人</translation>
    </message>
</context>
<context>
    <name>ReceptionPage</name>
    <message>
        <source>1 this time</source>
        <translation>本次 1 件</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>旧事项</translation>
    </message>
    <message>
        <source>Paste a WeChat or telephone text</source>
        <translation>粘贴微信或电话文字</translation>
    </message>
    <message>
        <source>Paste a text</source>
        <translation>粘贴微信或电话文字</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>接待登记</translation>
    </message>
    <message>
        <source>Save and print the form</source>
        <translation>保存并打印登记表</translation>
    </message>
    <message>
        <source>Save, next visitor</source>
        <translation>保存并接下一位</translation>
    </message>
    <message>
        <source>Saved {number}, 1 matter</source>
        <translation>已保存 {number}，1 件事项</translation>
    </message>
    <message>
        <source>Saved {number}, {n} matters</source>
        <translation>已保存 {number}，{n} 件事项</translation>
    </message>
    <message>
        <source>Saving the visit</source>
        <translation>正在保存来访</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>来访 {number}</translation>
    </message>
    <message>
        <source>{n} this time</source>
        <translation>本次 {n} 件</translation>
    </message>
</context>
<context>
    <name>ReceptionSide</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Do likewise</source>
        <translation>照此办</translation>
    </message>
    <message>
        <source>In common: {words}</source>
        <translation>相近处：{words}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Merge, {number}</source>
        <translation>并入 {number}</translation>
    </message>
    <message>
        <source>Same matter again?</source>
        <translation>同一人同一事？</translation>
    </message>
    <message>
        <source>Similar earlier matters</source>
        <translation>相近的旧事项</translation>
    </message>
    <message>
        <source>While you write, earlier matters that say much the same appear here.</source>
        <translation>一边记，一边在这里列出说法相近的旧事项。</translation>
    </message>
    <message>
        <source>raised by this visitor</source>
        <translation>本人曾反映</translation>
    </message>
    <message>
        <source>visitor {verdict}</source>
        <translation>群众{verdict}</translation>
    </message>
    <message>
        <source>{name} before</source>
        <translation>{name}以往来访</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} 次</translation>
    </message>
    <message>
        <source>{outcome}, {verdict}</source>
        <translation>{outcome}，{verdict}</translation>
    </message>
    <message>
        <source>{stage}, {due}</source>
        <translation>{stage}，{due}</translation>
    </message>
    <message>
        <source>{verb}: {title}</source>
        <translation>{verb}：{title}</translation>
    </message>
    <message>
        <source>{words} ({n} days)</source>
        <translation>{words}（{n} 天）</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>ReplyIn</name>
    <message>
        <source>A reply on paper</source>
        <translation>纸质回复单</translation>
    </message>
    <message>
        <source>Attach the sheet to the matter</source>
        <translation>把回复单存为附件</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Class of the reply</source>
        <translation>办理结果类别</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>提出代表</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Give a day, such as 5-21 or yesterday.</source>
        <translation>请填日期，如 5-21 或“昨天”。</translation>
    </message>
    <message>
        <source>Give each promise a day, such as 2026-12-31.</source>
        <translation>请给每项承诺填上时限，如 2026-12-31。</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交办日期</translation>
    </message>
    <message>
        <source>How it was talked over</source>
        <translation>沟通方式</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不登记</translation>
    </message>
    <message>
        <source>Record the reply</source>
        <translation>登记答复</translation>
    </message>
    <message>
        <source>Record the return</source>
        <translation>登记退回</translation>
    </message>
    <message>
        <source>Return until</source>
        <translation>退回期限</translation>
    </message>
    <message>
        <source>Returned on</source>
        <translation>退回日期</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>交办文号</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Text of the co-opinion</source>
        <translation>会办意见</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>The return number printed on it:</source>
        <translation>单上印的回执编号：</translation>
    </message>
    <message>
        <source>The unit returns it</source>
        <translation>承办单位退回</translation>
    </message>
    <message>
        <source>The unit's reply</source>
        <translation>承办单位答复</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>办理要求</translation>
    </message>
    <message>
        <source>What it promises, and by when</source>
        <translation>承诺事项及完成时限</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>交办内容</translation>
    </message>
    <message>
        <source>Why it is returned</source>
        <translation>退回理由</translation>
    </message>
    <message>
        <source>{unit}: the reply to {number} is recorded</source>
        <translation>已登记{unit}对 {number} 的答复</translation>
    </message>
    <message>
        <source>{unit}: the return of {number} is recorded</source>
        <translation>已登记{unit}退回 {number}</translation>
    </message>
</context>
<context>
    <name>ReplySheets</name>
    <message>
        <source>A unit fills it in and sends it back; dropped on “Exchange”, it proposes the reply.</source>
        <translation>由承办单位填写后发回；拖到“交换”页，即可核对并登记答复。</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Reply sheets for the units</source>
        <translation>承办单位回复单</translation>
    </message>
    <message>
        <source>Save the reply sheet</source>
        <translation>保存回复单</translation>
    </message>
    <message>
        <source>Save the reply sheet of {unit} as {form}</source>
        <translation>把{unit}的回复单存为 {form}</translation>
    </message>
    <message>
        <source>Save the reply sheets to</source>
        <translation>把回复单保存到</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>{count} files saved in {folder}</source>
        <translation>已在“{folder}”保存 {count} 个文件</translation>
    </message>
</context>
<context>
    <name>ReportChoice</name>
    <message>
        <source>All of this desk</source>
        <translation>本台全部</translation>
    </message>
    <message>
        <source>No matter here has a “{form}” to print yet.</source>
        <translation>本台还没有可打印《{form}》的事项。</translation>
    </message>
    <message>
        <source>Nothing found by “{text}” has a “{form}” to print.</source>
        <translation>含“{text}”的事项中，没有可打印《{form}》的。</translation>
    </message>
    <message>
        <source>Say what they are needed for.</source>
        <translation>请填写用途。</translation>
    </message>
    <message>
        <source>There is no matter of this number.</source>
        <translation>没有这个编号的事项。</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>A file for each station, into one folder</source>
        <translation>每个站点一份文件，存入同一文件夹</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Each station</source>
        <translation>逐站生成</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Fill your own Excel workbook with these figures</source>
        <translation>把这些数字填进本单位自己的 Excel 表格</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Keep at the top of the list</source>
        <translation>置顶为常用</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation>期间种类</translation>
    </message>
    <message>
        <source>Mask personal details</source>
        <translation>遮盖个人信息</translation>
    </message>
    <message>
        <source>Number of the matter</source>
        <translation>事项编号</translation>
    </message>
    <message>
        <source>Own workbook</source>
        <translation>本单位表格</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>显示完整信息</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Why in full</source>
        <translation>不遮盖的用途</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Written down with your name.</source>
        <translation>将记入查看记录，写明查看人。</translation>
    </message>
    <message>
        <source>number, title, place</source>
        <translation>编号、标题、地点</translation>
    </message>
    <message>
        <source>such as: calls of today</source>
        <translation>如：今日电话联系</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>All reports</source>
        <translation>全部报表</translation>
    </message>
    <message>
        <source>Choose a table or a form.</source>
        <translation>请选一张统计表或一份表单。</translation>
    </message>
    <message>
        <source>Choose what the report is about.</source>
        <translation>请选择报表的对象。</translation>
    </message>
    <message>
        <source>Click a figure to see what it counts</source>
        <translation>点数字，看所计事项</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Find a report or form</source>
        <translation>找报表或表单</translation>
    </message>
    <message>
        <source>Give the number of the matter, or press ↓ there to see which have this to print.</source>
        <translation>填写事项编号，或在编号栏按 ↓ 键，列出可打印的事项。</translation>
    </message>
    <message>
        <source>Left out: {what}</source>
        <translation>未计入或须注意：{what}</translation>
    </message>
    <message>
        <source>Making the page</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>{count} in conflict, counted by the value in force</source>
        <translation>{count} 件有冲突，按现用值计</translation>
    </message>
    <message>
        <source>{count} stations not in</source>
        <translation>{count} 站未到</translation>
    </message>
    <message>
        <source>{count} whose rules have not arrived</source>
        <translation>{count} 件规则未到</translation>
    </message>
</context>
<context>
    <name>RulesFoot</name>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Matters already begun keep their version.</source>
        <translation>已登记的事项仍按原来的版本。</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>存为新版本</translation>
    </message>
    <message>
        <source>Taken from a file.</source>
        <translation>来自导入的文件。</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>看差别</translation>
    </message>
    <message>
        <source>{count} changed.</source>
        <translation>已改 {count} 项。</translation>
    </message>
</context>
<context>
    <name>RulesHead</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分类与等次</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>不宜提出</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>Kinds of rules</source>
        <translation>规则种类</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>只看待核实</translation>
    </message>
    <message>
        <source>Propose {year}</source>
        <translation>建议 {year} 年</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>{count} to be confirmed</source>
        <translation>{count} 项待核实</translation>
    </message>
    <message>
        <source>{name}·{version}</source>
        <translation>{name}·{version}</translation>
    </message>
</context>
<context>
    <name>RulesRows</name>
    <message>
        <source>Confirmed</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存的改动</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>机关</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据出处</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>编写</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>待核实</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Choose the rules</source>
        <translation>选择规则文件</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存的改动</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules (*.toml)</source>
        <translation>规则文件 (*.toml)</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>导出规则</translation>
    </message>
    <message>
        <source>Saved as version {version}</source>
        <translation>已存为版本 {version}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已导出：{name}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>RulesSide</name>
    <message>
        <source>Before: {value}</source>
        <translation>现行：{value}</translation>
    </message>
    <message>
        <source>Beside {version}</source>
        <translation>对照 {version}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Nothing before it to compare with.</source>
        <translation>没有可对照的前一版本。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>导出为文件</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Used by: {tracks}</source>
        <translation>用于：{tracks}</translation>
    </message>
</context>
<context>
    <name>SendPanel</name>
    <message>
        <source>A receipt alone is a small file that says what came from there and what is missing; it brings no records. Every package carries one too.</source>
        <translation>单独的回执是个小文件，只说明收到了对方哪些包、还缺哪些，不带任何记录。每个交换包里也都带回执。</translation>
    </message>
    <message>
        <source>For this office alone</source>
        <translation>只给该机关打开</translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation>给{name}</translation>
    </message>
    <message>
        <source>How the package is closed</source>
        <translation>交换包是否加密</translation>
    </message>
    <message>
        <source>No key of this office is known here yet. Accept its introduction under Keys and trust, or take in a package from it.</source>
        <translation>本机还没有该机关的公钥。请在“密钥与信任”里接受它的登记申请，或先导入它的一个包。</translation>
    </message>
    <message>
        <source>Nothing waits for it. A package {number} would carry a receipt alone.</source>
        <translation>没有要发的内容。若发第 {number} 包，只带回执。</translation>
    </message>
    <message>
        <source>Nothing was written for it yet.</source>
        <translation>还没有给它写过交换包。</translation>
    </message>
    <message>
        <source>Only the computers of this office open it; nothing needs to be typed there.</source>
        <translation>只有该机关的电脑能打开，对方不用输入口令。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>不加密</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>交换包</translation>
    </message>
    <message>
        <source>Package {number}, {count} entries that it has not confirmed.</source>
        <translation>第 {number} 包，含对方未确认的 {count} 条。</translation>
    </message>
    <message>
        <source>Package {n}</source>
        <translation>第 {n} 包</translation>
    </message>
    <message>
        <source>Packages written for this office</source>
        <translation>给该机关写过的交换包</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Save to a folder</source>
        <translation>存到 U 盘</translation>
    </message>
    <message>
        <source>Sent lately</source>
        <translation>最近发出</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的口令</translation>
    </message>
    <message>
        <source>Signed, not encrypted: who finds the stick can read it, but not alter it.</source>
        <translation>有签名、不加密：捡到 U 盘的人看得到内容，但改不了。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>This is not the same as the first. Type it once more.</source>
        <translation>两次输入不一致，请再输一遍。</translation>
    </message>
    <message>
        <source>Type a passphrase: several words are better than one.</source>
        <translation>请输入口令：几个词连在一起比一个词好。</translation>
    </message>
    <message>
        <source>Who has the passphrase opens it. Tell it by telephone, never beside the file.</source>
        <translation>知道口令的人就能打开。口令请打电话告知，不要和文件放在一起。</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>用口令加密</translation>
    </message>
    <message>
        <source>Write a receipt alone</source>
        <translation>单独写回执</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写出时间</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>对方已确认</translation>
    </message>
    <message>
        <source>never arrived; the next one contains it</source>
        <translation>对方没有收到，下一个包里有</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>对方未确认</translation>
    </message>
</context>
<context>
    <name>SentenceBoard</name>
    <message>
        <source>Click a number to see what it counts</source>
        <translation>点数字看它数的事项</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy this sentence</source>
        <translation>复制这一句</translation>
    </message>
    <message>
        <source>Copy “{title}”</source>
        <translation>复制“{title}”</translation>
    </message>
    <message>
        <source>Nothing was recorded in this period that a report could say.</source>
        <translation>这一时段没有可以写进报告的记录。</translation>
    </message>
    <message>
        <source>Sentences for a work report</source>
        <translation>工作报告用语</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Deputies' own desks</source>
        <translation>代表工作台</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Ready answers</source>
        <translation>常用答复</translation>
    </message>
    <message>
        <source>Rules of handling</source>
        <translation>办理规则</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>设置分项</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>本站和名册</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>规则和本机</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>本站信息</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>工作人员</translation>
    </message>
</context>
<context>
    <name>SheetOffer</name>
    <message>
        <source>Go on with it</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>It was left half typed on {day} at {time}</source>
        <translation>{day} {time} 填到一半，尚未保存</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>Columns recognised: {pairs}</source>
        <translation>认出的列：{pairs}</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 行</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>表格各行</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>{file}: {good} rows can be taken in, {bad} cannot</source>
        <translation>{file}：可导入 {good} 行，不能导入 {bad} 行</translation>
    </message>
    <message>
        <source>{new} added, {changed} brought up to date, {same} the same</source>
        <translation>新增 {new} 条，更新 {changed} 条，相同 {same} 条</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Fit the width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} / {pages} 页</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>SignersTable</name>
    <message>
        <source>Deputies and their verdicts</source>
        <translation>代表意见</translation>
    </message>
    <message>
        <source>Deputies who sign</source>
        <translation>联名代表</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Nobody signed yet.</source>
        <translation>还没有代表签名。</translation>
    </message>
    <message>
        <source>Not signed yet: {n}</source>
        <translation>{n} 名代表未签名</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名附议</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>{level} deputy</source>
        <translation>{level}代表</translation>
    </message>
    <message>
        <source>{n} returned; attitude / result are judged apart</source>
        <translation>本轮收回 {n}；态度/结果分别评价</translation>
    </message>
</context>
<context>
    <name>SpanChoice</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>起止</translation>
    </message>
    <message>
        <source>Give both days of the period.</source>
        <translation>请填起止两个日期。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year} 年</translation>
    </message>
    <message>
        <source>{year} quarter {n}</source>
        <translation>{year} 年第 {n} 季度</translation>
    </message>
    <message>
        <source>{year}-{month:02}</source>
        <translation>{year} 年 {month} 月</translation>
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
    <name>StationSection</name>
    <message>
        <source>A site cannot be its own parent.</source>
        <translation>上级代码不能是本站代码。</translation>
    </message>
    <message>
        <source>Address on papers</source>
        <translation>地址（印在单据上）</translation>
    </message>
    <message>
        <source>Code of the office above</source>
        <translation>上级代码</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>站码 {code}</translation>
    </message>
    <message>
        <source>Name shown in the window and on packages</source>
        <translation>名称（显示在窗口和交换包上）</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Telephone on papers</source>
        <translation>电话（印在单据上）</translation>
    </message>
    <message>
        <source>The station</source>
        <translation>联络站</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>At work: {who}</source>
        <translation>正在使用：{who}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>F1 Help for this page</source>
        <translation>F1 本页帮助</translation>
    </message>
    <message>
        <source>Who is at work: choose, without a password</source>
        <translation>谁在使用：点这里更换，不用密码</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Begin afresh</source>
        <translation>清空重填</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose one of the nominations.</source>
        <translation>请选择一项推荐。</translation>
    </message>
    <message>
        <source>Choose the deputy who returned the form.</source>
        <translation>请选择交回意见表的代表。</translation>
    </message>
    <message>
        <source>Choose the other matter from the list.</source>
        <translation>请从列表中选择另一件。</translation>
    </message>
    <message>
        <source>Choose which promise this is about.</source>
        <translation>请选择是哪一项承诺。</translation>
    </message>
    <message>
        <source>Choose which unit this is for.</source>
        <translation>请选择针对哪个单位。</translation>
    </message>
    <message>
        <source>Give a day, such as 5-21 or yesterday.</source>
        <translation>请填日期，如 5-21 或“昨天”。</translation>
    </message>
    <message>
        <source>Give each promise a day, such as 2026-12-31.</source>
        <translation>请为每项承诺填写完成期限，例如 2026-12-31。</translation>
    </message>
    <message>
        <source>Give the year, such as 2026.</source>
        <translation>请填写年度，例如 2026。</translation>
    </message>
    <message>
        <source>This matter is no longer here. Refresh the list.</source>
        <translation>这一件已不在这里，请刷新列表。</translation>
    </message>
    <message>
        <source>Tick who was reminded.</source>
        <translation>请勾选催收了哪些代表。</translation>
    </message>
    <message>
        <source>What was not saved last time is here again.</source>
        <translation>上次未保存的内容已恢复。</translation>
    </message>
    <message>
        <source>{step}: {number} saved</source>
        <translation>已{step}：{number}</translation>
    </message>
</context>
<context>
    <name>StrikeOff</name>
    <message>
        <source>A number from 0 to {last}, the last entry here.</source>
        <translation>填 0 到 {last} 之间的数；这里的最后一条是第 {last} 条。</translation>
    </message>
    <message>
        <source>For instance: computer stolen on 3 May</source>
        <translation>例如：5月3日电脑失窃</translation>
    </message>
    <message>
        <source>Last entry that counts</source>
        <translation>有效到第几条</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不注销</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Say in a few words why; it stays in the history.</source>
        <translation>请写几个字说明理由，会留在历史里。</translation>
    </message>
    <message>
        <source>Strike it off</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>Strike off a computer that was stolen, sold or broken. What {name} wrote on it up to the entry below stays; nothing written on it later counts here, or at any office that hears of it; what came of that already is taken out. It cannot be undone: they go on with a new desk, which you accept anew.</source>
        <translation>电脑失窃、转让或报废时才注销。{name}在这台电脑上写到下面这一条为止的记录都保留；之后写的，在这里和得知此事的机关都无效，已收到的也会移除。注销不能撤回：对方要换新的工作台，由您重新接受。</translation>
    </message>
    <message>
        <source>Strike off for good</source>
        <translation>确认注销</translation>
    </message>
    <message>
        <source>{name}: {mark}</source>
        <translation>{name}：{mark}</translation>
    </message>
</context>
<context>
    <name>SuggestionBeside</name>
    <message>
        <source>No issue: the deputies raise it themselves.</source>
        <translation>没有来源事项：代表自行提出。</translation>
    </message>
    <message>
        <source>None found so far.</source>
        <translation>暂未发现。</translation>
    </message>
    <message>
        <source>Raise it again, going on from this</source>
        <translation>接续此件再次提出</translation>
    </message>
    <message>
        <source>Raised from</source>
        <translation>来源事项</translation>
    </message>
    <message>
        <source>Similar earlier suggestions</source>
        <translation>相近的旧建议</translation>
    </message>
</context>
<context>
    <name>SuggestionBody</name>
    <message>
        <source>2026闭-007</source>
        <translation>2026闭-007</translation>
    </message>
    <message>
        <source>Give the number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Official number</source>
        <translation>正式编号</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>届次会议</translation>
    </message>
    <message>
        <source>Text of the suggestion</source>
        <translation>建议内容</translation>
    </message>
</context>
<context>
    <name>SuggestionEdit</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Deputies, the first leads</source>
        <translation>提出代表（第一位领衔）</translation>
    </message>
    <message>
        <source>For reference, no written reply needed</source>
        <translation>仅供参考，不需书面答复</translation>
    </message>
    <message>
        <source>How it was formed</source>
        <translation>形成方式</translation>
    </message>
    <message>
        <source>In the name of a group</source>
        <translation>以代表小组名义</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Proposed units</source>
        <translation>建议承办单位</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公开意见</translation>
    </message>
    <message>
        <source>Put to the congress of</source>
        <translation>所属层级</translation>
    </message>
    <message>
        <source>Raised at a session</source>
        <translation>会议期间提出</translation>
    </message>
    <message>
        <source>Raised for several years</source>
        <translation>多年提出</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>届次会议</translation>
    </message>
    <message>
        <source>Text: what is wrong, why, and what is proposed</source>
        <translation>内容：问题、原因、建议</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Wishes closer contact with the unit</source>
        <translation>希望承办单位加强沟通</translation>
    </message>
    <message>
        <source>关于……的建议</source>
        <translation>关于……的建议</translation>
    </message>
</context>
<context>
    <name>SuggestionEditor</name>
    <message>
        <source>Choose the deputy who raises it.</source>
        <translation>请选择提出建议的代表。</translation>
    </message>
    <message>
        <source>Draft a suggestion</source>
        <translation>起草建议</translation>
    </message>
    <message>
        <source>Give the suggestion a title.</source>
        <translation>请填写建议标题。</translation>
    </message>
    <message>
        <source>Goes on from {earlier}</source>
        <translation>接续 {earlier}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Raise a suggestion</source>
        <translation>转为建议</translation>
    </message>
    <message>
        <source>Revise the suggestion</source>
        <translation>修改建议</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved {number}</source>
        <translation>已保存 {number}</translation>
    </message>
    <message>
        <source>Saving the suggestion</source>
        <translation>正在保存建议</translation>
    </message>
    <message>
        <source>Source and similar</source>
        <translation>来源和相近</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>取消接续</translation>
    </message>
    <message>
        <source>Write what is proposed, and why.</source>
        <translation>请写明建议内容和理由。</translation>
    </message>
</context>
<context>
    <name>SuggestionFilters</name>
    <message>
        <source>Congress office</source>
        <translation>人大机关</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter +{n}</source>
        <translation>筛选 +{n}</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Key supervision</source>
        <translation>重点督办</translation>
    </message>
    <message>
        <source>Looked back upon</source>
        <translation>已回头看</translation>
    </message>
    <message>
        <source>Open promises</source>
        <translation>承诺未兑现</translation>
    </message>
    <message>
        <source>Put to the congress of</source>
        <translation>所属层级</translation>
    </message>
</context>
<context>
    <name>SuggestionHead</name>
    <message>
        <source>Next</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Suggestion sheet</source>
        <translation>建议专用纸</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Being drafted</source>
        <translation>起草中</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Draft a motion</source>
        <translation>起草议案</translation>
    </message>
    <message>
        <source>Draft a suggestion</source>
        <translation>起草建议</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>在列表中查找</translation>
    </message>
    <message>
        <source>Key supervision</source>
        <translation>重点督办</translation>
    </message>
    <message>
        <source>Lead deputy</source>
        <translation>领衔</translation>
    </message>
    <message>
        <source>Looked back upon</source>
        <translation>已回头看</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>More to draft</source>
        <translation>更多起草</translation>
    </message>
    <message>
        <source>None here yet. Draft one, or raise it from an issue.</source>
        <translation>这里还没有建议。可以起草一件，或从群众事项转来。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number, title, words</source>
        <translation>编号、标题、内容</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Promises tracked</source>
        <translation>跟踪承诺</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To be handed over</source>
        <translation>待交办</translation>
    </message>
    <message>
        <source>To be judged</source>
        <translation>待征询</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>With</source>
        <translation>现由谁办</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>共 {n} 件</translation>
    </message>
    <message>
        <source>{n} promises open</source>
        <translation>承诺 {n} 项待兑现</translation>
    </message>
    <message>
        <source>{n} promises, {late} overdue</source>
        <translation>承诺 {n} 项，{late} 项逾期</translation>
    </message>
    <message>
        <source>{n}/{all} returned</source>
        <translation>征询收回 {n}/{all}</translation>
    </message>
</context>
<context>
    <name>SuggestionRecord</name>
    <message>
        <source>Due {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>Grounds and plan</source>
        <translation>案据与方案</translation>
    </message>
    <message>
        <source>How computed</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>In the name of {group}</source>
        <translation>以{group}名义</translation>
    </message>
    <message>
        <source>Key supervision</source>
        <translation>重点督办</translation>
    </message>
    <message>
        <source>Looked back upon</source>
        <translation>已回头看</translation>
    </message>
    <message>
        <source>Motion sheet</source>
        <translation>议案专用纸</translation>
    </message>
    <message>
        <source>Raised for {years}</source>
        <translation>多年提出：{years}</translation>
    </message>
    <message>
        <source>Reply and source</source>
        <translation>答复和来源</translation>
    </message>
    <message>
        <source>Suggestion sheet</source>
        <translation>建议专用纸</translation>
    </message>
    <message>
        <source>Text of the suggestion</source>
        <translation>建议内容</translation>
    </message>
</context>
<context>
    <name>SuggestionSide</name>
    <message>
        <source>1 issue, {people} people</source>
        <translation>1 件，涉及 {people} 人</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Chosen {day}</source>
        <translation>{day}评定</translation>
    </message>
    <message>
        <source>Closer contact</source>
        <translation>加强沟通</translation>
    </message>
    <message>
        <source>Commendation</source>
        <translation>评优</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>确定依据</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>答复日</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>确定机关</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>确定日期</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Formed by</source>
        <translation>形成方式</translation>
    </message>
    <message>
        <source>Goes on from</source>
        <translation>接续自</translation>
    </message>
    <message>
        <source>Handled together</source>
        <translation>并案办理</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>名义</translation>
    </message>
    <message>
        <source>Key supervision</source>
        <translation>重点督办</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>领衔督办人</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>答复函</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>No reply yet.</source>
        <translation>还没有答复。</translation>
    </message>
    <message>
        <source>No report yet.</source>
        <translation>尚无审议结果报告。</translation>
    </message>
    <message>
        <source>Nominated {day}</source>
        <translation>{day}推荐</translation>
    </message>
    <message>
        <source>Only for reference</source>
        <translation>仅供参考</translation>
    </message>
    <message>
        <source>Other matters</source>
        <translation>相关事项</translation>
    </message>
    <message>
        <source>Promises by {day}: {what}</source>
        <translation>承诺{day}前：{what}</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Put to</source>
        <translation>所属层级</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Raised again as</source>
        <translation>后又提出</translation>
    </message>
    <message>
        <source>Raised by the deputies themselves.</source>
        <translation>代表自行提出，没有来源事项。</translation>
    </message>
    <message>
        <source>Raised from</source>
        <translation>来源事项</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>审议结果报告</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>届次</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Similar earlier suggestions</source>
        <translation>相近的旧建议</translation>
    </message>
    <message>
        <source>Talks before submission</source>
        <translation>提出前沟通</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>督办要求</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>多年提出</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>at the session</source>
        <translation>会议期间</translation>
    </message>
    <message>
        <source>between sessions</source>
        <translation>闭会期间</translation>
    </message>
    <message>
        <source>not yet arrived</source>
        <translation>尚未收到</translation>
    </message>
    <message>
        <source>the same letter answers another matter too</source>
        <translation>同一答复函还答复了另一件</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>共 {n} 件</translation>
    </message>
    <message>
        <source>{n} issues, {people} people</source>
        <translation>{n} 件，涉及 {people} 人</translation>
    </message>
    <message>
        <source>{scheme}: {letters}</source>
        <translation>{scheme}方案 {letters}</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Imported {count} changes</source>
        <translation>已导入 {count} 项变更</translation>
    </message>
    <message>
        <source>Imported {count} rows</source>
        <translation>已导入 {count} 行</translation>
    </message>
    <message>
        <source>Imported; nothing in it was new</source>
        <translation>已导入，没有新内容</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
    <message>
        <source>Stopped; nothing of {file} was taken in.</source>
        <translation>已停止，{file} 什么也没有导入。</translation>
    </message>
</context>
<context>
    <name>TargetLine</name>
    <message>
        <source>Number, words of the title, name</source>
        <translation>编号、标题、姓名</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How</source>
        <translation>反馈方式</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>暂未询问</translation>
    </message>
    <message>
        <source>Record that they were told</source>
        <translation>登记反馈</translation>
    </message>
    <message>
        <source>Their verdict</source>
        <translation>群众评价</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>反馈内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
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
    <name>TodayPage</name>
    <message>
        <source>99 workdays late</source>
        <translation>逾期 99 个工作日</translation>
    </message>
    <message>
        <source>All grids</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>By due day</source>
        <translation>按到期日</translation>
    </message>
    <message>
        <source>By registration</source>
        <translation>按登记</translation>
    </message>
    <message>
        <source>Copy the list as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Counts of today</source>
        <translation>今日数字</translation>
    </message>
    <message>
        <source>Deputies to be consulted: {n}</source>
        <translation>待征询代表 {n} 件</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Due in seven days: {n}</source>
        <translation>七日内到期 {n} 件</translation>
    </message>
    <message>
        <source>Every grid</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>Export the list as a workbook</source>
        <translation>把列表导出为工作簿</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation>七日内到期</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表次序</translation>
    </message>
    <message>
        <source>Overdue: {n}</source>
        <translation>逾期 {n} 件</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>待处理包</translation>
    </message>
    <message>
        <source>Print the overdue list</source>
        <translation>打印逾期清单</translation>
    </message>
    <message>
        <source>Reception today</source>
        <translation>今天接待</translation>
    </message>
    <message>
        <source>Reception today: {n}</source>
        <translation>今天接待 {n} 批</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>保存当前列表</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>待反馈群众</translation>
    </message>
    <message>
        <source>To consult</source>
        <translation>待征询代表</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Visitors to be told: {n}</source>
        <translation>待反馈群众 {n} 件</translation>
    </message>
    <message>
        <source>What this page shows</source>
        <translation>本页说明</translation>
    </message>
    <message>
        <source>What waits today</source>
        <translation>今日待办</translation>
    </message>
    <message>
        <source>With</source>
        <translation>现由谁办</translation>
    </message>
    <message>
        <source>longest {n} working days</source>
        <translation>最久 {n} 个工作日</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>共 {n} 件</translation>
    </message>
    <message>
        <source>{n} past their day</source>
        <translation>{n} 件已过期限</translation>
    </message>
    <message>
        <source>{today} today, {tomorrow} tomorrow</source>
        <translation>今天 {today} 件，明天 {tomorrow} 件</translation>
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
    <name>TrustPanel</name>
    <message>
        <source>Desks that are believed here</source>
        <translation>本机信任的工作台</translation>
    </message>
    <message>
        <source>Fingerprint begins</source>
        <translation>指纹开头</translation>
    </message>
    <message>
        <source>Keys and trust</source>
        <translation>密钥与信任</translation>
    </message>
    <message>
        <source>None yet. Open the introduction of another office, or import its first package.</source>
        <translation>还没有。请打开别的机关的登记申请，或导入它的第一个包。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>机关</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Vouched for by</source>
        <translation>由谁担保</translation>
    </message>
    <message>
        <source>struck off, valid to entry {until}</source>
        <translation>已注销，有效到第 {until} 条</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>valid, entry {last} is here</source>
        <translation>有效，已收到第 {last} 条</translation>
    </message>
    <message>
        <source>{name}: the desk is struck off.</source>
        <translation>{name}的工作台已注销。</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>UnitsField</name>
    <message>
        <source>Each apart</source>
        <translation>分别办理</translation>
    </message>
    <message>
        <source>How the units take part</source>
        <translation>承办方式</translation>
    </message>
    <message>
        <source>Lead and co-handling</source>
        <translation>主办和会办</translation>
    </message>
    <message>
        <source>Part of a unit's name; arrow down shows all</source>
        <translation>单位名称中的字；按 ↓ 看全部</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
</context>
<context>
    <name>VerbBar</name>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>More steps</source>
        <translation>更多步骤</translation>
    </message>
    <message>
        <source>Void (entered by mistake)</source>
        <translation>作废（登记错误）</translation>
    </message>
</context>
<context>
    <name>VisitParty</name>
    <message>
        <source>At most {n} in all</source>
        <translation>总共不超过 {n} 人</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Guardian's telephone</source>
        <translation>监护人电话</translation>
    </message>
    <message>
        <source>How many came</source>
        <translation>来访人数</translation>
    </message>
    <message>
        <source>One more speaks for the group</source>
        <translation>再加一位代表</translation>
    </message>
    <message>
        <source>Others speak for the group too</source>
        <translation>群体来访，添加其他代表</translation>
    </message>
    <message>
        <source>The guardian agreed</source>
        <translation>监护人已同意</translation>
    </message>
    <message>
        <source>Under {age}</source>
        <translation>未满 {age} 周岁</translation>
    </message>
</context>
<context>
    <name>VisitorCard</name>
    <message>
        <source>A group: Zhang San and others as 张三等4人</source>
        <translation>多人来访可写成：张三等4人</translation>
    </message>
    <message>
        <source>Other ways</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>Show or hide the telephone number</source>
        <translation>显示或隐藏电话号码</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>came once</source>
        <translation>曾来访 1 次</translation>
    </message>
    <message>
        <source>came {n} times</source>
        <translation>曾来访 {n} 次</translation>
    </message>
    <message>
        <source>{n} digits, not 11</source>
        <translation>{n} 位，应为 11 位</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>共 {n} 人</translation>
    </message>
</context>
<context>
    <name>VoidBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Void this matter</source>
        <translation>作废本件</translation>
    </message>
    <message>
        <source>Why it is voided</source>
        <translation>作废原因</translation>
    </message>
    <message>
        <source>Why it is voided; it stays in the log and counts nowhere</source>
        <translation>写明作废原因；记录保留，不再计数</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>A shared folder, or one that a folder-sync program fills. Whole packages in it are copied, verified and taken in; doubtful ones wait in the inbox. Nothing in it is moved or deleted.</source>
        <translation>可以是共享文件夹，也可以是同步软件的文件夹。里面完整的包会被复制、核验、收入；有疑问的在收件箱等待。文件夹里的内容不会被移动或删除。</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>All in one go</source>
        <translation>全部存出</translation>
    </message>
    <message>
        <source>Choose a folder to watch</source>
        <translation>选择要自动收取的文件夹</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Look for new packages while this program runs</source>
        <translation>程序运行时自动收取新包</translation>
    </message>
    <message>
        <source>None yet: nothing is watched.</source>
        <translation>还没有文件夹，不会自动收取。</translation>
    </message>
    <message>
        <source>Packages come in here</source>
        <translation>来件文件夹</translation>
    </message>
    <message>
        <source>Packages go out here</source>
        <translation>发件文件夹</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The folder of the last package for each office is remembered here.</source>
        <translation>给各单位发件时选过的文件夹会记在这里。</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>自动收取的文件夹</translation>
    </message>
    <message>
        <source>{name} (encrypted)</source>
        <translation>{name}（加密）</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Code of the office above</source>
        <translation>上级代码</translation>
    </message>
    <message>
        <source>Desk file</source>
        <translation>工作台文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Look at the demo desk first</source>
        <translation>先看看演示工作台</translation>
    </message>
    <message>
        <source>Name of the station or office</source>
        <translation>站点或机关名称</translation>
    </message>
    <message>
        <source>Open a desk file</source>
        <translation>打开已有的工作台文件</translation>
    </message>
    <message>
        <source>Or</source>
        <translation>或者</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Set up the desk</source>
        <translation>建立工作台</translation>
    </message>
    <message>
        <source>Set up this desk</source>
        <translation>建立本站的工作台</translation>
    </message>
    <message>
        <source>Site code</source>
        <translation>站码</translation>
    </message>
    <message>
        <source>Two minutes. The file stays on this computer; everything can be changed later in the settings.</source>
        <translation>约两分钟。文件只存在这台电脑；以后都可以在“设置”里改。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>e.g. HC</source>
        <translation>例如 HC</translation>
    </message>
    <message>
        <source>empty if none</source>
        <translation>没有就不填</translation>
    </message>
</context>
<context>
    <name>WelcomeWindow</name>
    <message>
        <source>Are you a deputy? The file from your station sets everything up.</source>
        <translation>您是人大代表？选联络站给您的文件，工作台就建好，什么都不用填。</translation>
    </message>
    <message>
        <source>Choose that file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Desk files (*.desk)</source>
        <translation>工作台文件 (*.desk)</translation>
    </message>
    <message>
        <source>I compared it: set up</source>
        <translation>我已电话核对，建立工作台</translation>
    </message>
    <message>
        <source>In one file on this computer. No network is needed.</source>
        <translation>存在这台电脑的一个文件里，不用联网。</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens only, up to 20.</source>
        <translation>只用字母、数字和连字符，最多 20 个。</translation>
    </message>
    <message>
        <source>Linked with the town later</source>
        <translation>以后与镇街联通</translation>
    </message>
    <message>
        <source>Not the same as the site code.</source>
        <translation>不能与站码相同。</translation>
    </message>
    <message>
        <source>Packages (*{suffix})</source>
        <translation>交换包 (*{suffix})</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Setting up</source>
        <translation>正在建立</translation>
    </message>
    <message>
        <source>Station Desk</source>
        <translation>联络站工作台</translation>
    </message>
    <message>
        <source>Telephones show as 138****1234; no identity numbers are asked for.</source>
        <translation>电话平时只显示 138****1234，不收身份证号。</translation>
    </message>
    <message>
        <source>The code of the office above is what packages are addressed to. It can be added later in the settings.</source>
        <translation>交换包按上级代码送达；现在不知道，以后在“设置”里补。</translation>
    </message>
    <message>
        <source>The package from the station</source>
        <translation>联络站的交换包</translation>
    </message>
    <message>
        <source>Where the desk shall lie</source>
        <translation>恢复后的工作台存到</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>资料存在哪里</translation>
    </message>
    <message>
        <source>{name}'s desk, from {station}. Telephone the station and compare its fingerprint:
{fingerprint}</source>
        <translation>{name}的工作台，由{station}发来。请致电该站，核对其指纹：
{fingerprint}</translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message>
        <source>Month by month</source>
        <translation>逐月</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>领衔、附议</translation>
    </message>
    <message>
        <source>Year by year</source>
        <translation>逐年</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>My file</source>
        <translation>履职档案</translation>
    </message>
    <message>
        <source>My matters</source>
        <translation>我的事项</translation>
    </message>
    <message>
        <source>Opening the desk</source>
        <translation>正在打开工作台</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>The day's backup</source>
        <translation>正在做当日备份</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>“{page}” is not one of your pages as {role}.</source>
        <translation>“{page}”不在{role}的页面里。</translation>
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
    <name>_Chosen</name>
    <message>
        <source>Take {unit} off</source>
        <translation>去掉{unit}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>By when</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>Take this promise off</source>
        <translation>移除这项承诺</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>承诺事项</translation>
    </message>
</context>
<context>
    <name>_Other</name>
    <message>
        <source>Also speaks for the group</source>
        <translation>群体来访代表</translation>
    </message>
    <message>
        <source>Name, or initials</source>
        <translation>姓名或拼音首字母</translation>
    </message>
    <message>
        <source>Take this person away</source>
        <translation>移除此人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Save a copy of {name}</source>
        <translation>另存 {name}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Take it off…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>移除 {name}</translation>
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
    <name>absent</name>
    <message>
        <source>“{file}” of {matter} has not arrived here: only its name and size are known.</source>
        <translation>{matter}的附件“{file}”尚未到达本台，只知道名称和大小。</translation>
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
    <name>at_work</name>
    <message>
        <source>Enter somebody…</source>
        <translation>登记一位…</translation>
    </message>
    <message>
        <source>Enter yourself…</source>
        <translation>登记我自己…</translation>
    </message>
    <message>
        <source>Who is at work? No password is asked.</source>
        <translation>谁在使用？不用密码。</translation>
    </message>
    <message>
        <source>{name}, {role}</source>
        <translation>{name}（{role}）</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>As {role} you can look at files and save them.</source>
        <translation>以{role}身份只能查看和另存附件。</translation>
    </message>
    <message>
        <source>Say why the file is taken off.</source>
        <translation>请说明为何移除此文件。</translation>
    </message>
    <message>
        <source>The place cannot be taken out of “{name}”. Save it as a JPEG picture first, or attach it with its place.</source>
        <translation>无法去除“{name}”中的拍摄位置。请先另存为 JPEG 图片，或连同位置一起添加。</translation>
    </message>
    <message>
        <source>This file is no longer attached. Refresh the list.</source>
        <translation>此文件已不在附件中，请刷新列表。</translation>
    </message>
    <message>
        <source>file without a name</source>
        <translation>未命名文件</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {error}</source>
        <translation>“{name}”无法读取：{error}</translation>
    </message>
    <message>
        <source>“{name}” is a program. Attach documents and pictures.</source>
        <translation>“{name}”是程序文件。请只添加文档和图片。</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>“{name}”是空的。</translation>
    </message>
    <message>
        <source>“{name}” is larger than {size} MB.</source>
        <translation>“{name}”超过 {size} MB。</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>No backup could be written to {folder}: {error}</source>
        <translation>备份无法写入 {folder}：{error}</translation>
    </message>
    <message>
        <source>{path} cannot be read whole. Choose an earlier backup.</source>
        <translation>{path} 无法完整读取。请选择更早的备份。</translation>
    </message>
    <message>
        <source>{path} could not be written: {error}</source>
        <translation>{path} 无法写入：{error}</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name; no desk is overwritten.</source>
        <translation>{path} 已经存在。请换一个名称；不会覆盖任何工作台。</translation>
    </message>
</context>
<context>
    <name>batch</name>
    <message>
        <source>And {n} more.</source>
        <translation>另有 {n} 站。</translation>
    </message>
    <message>
        <source>Not made: {station}. {why}</source>
        <translation>未生成：{station}。{why}</translation>
    </message>
    <message>
        <source>Stopped as you asked; {n} were not begun.</source>
        <translation>已按要求停止，{n} 站未开始。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it first.</source>
        <translation>文件夹 {folder} 不存在，请先建立。</translation>
    </message>
    <message>
        <source>The program met an error of its own ({kind}). Make it alone.</source>
        <translation>程序自身出错（{kind}），请单独生成这一份。</translation>
    </message>
    <message>
        <source>This desk knows no station yet. Enter them in the settings.</source>
        <translation>本机还没有站点，请在设置中录入。</translation>
    </message>
    <message>
        <source>{made} of {stations} stations: their files are in {folder}.</source>
        <translation>{stations} 个站点已生成 {made} 份，存于 {folder}。</translation>
    </message>
    <message>
        <source>“{title}” is not made for each station.</source>
        <translation>《{title}》不能逐站生成。</translation>
    </message>
</context>
<context>
    <name>blobs</name>
    <message>
        <source>The attached file “{name}” is not what it is said to be, and was left out. Ask who attached it.</source>
        <translation>附件“{name}”与登记的类型或大小不符，未收入。请询问添加该附件的单位。</translation>
    </message>
</context>
<context>
    <name>bounds</name>
    <message>
        <source>A motion needs {needed} deputies; {signed} have signed. Let more sign, or put it forward in the name of a delegation.</source>
        <translation>议案须有 {needed} 名以上代表联名，目前 {signed} 名。请再征集联名，或以代表团名义提出。</translation>
    </message>
    <message>
        <source>An extension can go to {day} at most.</source>
        <translation>延期最晚到 {day}。</translation>
    </message>
</context>
<context>
    <name>browse</name>
    <message>
        <source>{count} matters bear the number {number}: {matters}. Pick one from the list, or give the id in brackets.</source>
        <translation>有 {count} 件事项的编号都是 {number}：{matters}。请从列表中选择，或输入括号内的标识。</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>Its category is set on the suggestion's own sheet.</source>
        <translation>代表建议的类别在建议纸上填写。</translation>
    </message>
</context>
<context>
    <name>calls</name>
    <message>
        <source>Called, nobody answered.</source>
        <translation>已拨打，未接通。</translation>
    </message>
</context>
<context>
    <name>casework</name>
    <message>
        <source>Every promise was kept: there is nothing to re-open.</source>
        <translation>承诺事项均已兑现，无须回头看。</translation>
    </message>
    <message>
        <source>It is under key supervision already.</source>
        <translation>已经是重点督办件。</translation>
    </message>
    <message>
        <source>Its rule profile has not arrived yet. Import the package that brings it.</source>
        <translation>该事项的规则方案尚未收到，请导入带有该方案的交换包。</translation>
    </message>
    <message>
        <source>No promise is open here: there is nothing to judge.</source>
        <translation>没有待认定的承诺事项。</translation>
    </message>
    <message>
        <source>Nothing is nominated here. Nominate it first.</source>
        <translation>还没有推荐评优，请先推荐。</translation>
    </message>
    <message>
        <source>This matter is no longer here. Refresh the list.</source>
        <translation>该事项已不在此处，请刷新列表。</translation>
    </message>
    <message>
        <source>{day} lies before the matter was registered ({opened}). Check the date.</source>
        <translation>{day} 早于登记日期（{opened}），请核对日期。</translation>
    </message>
    <message>
        <source>{number} is at “{stage}”: “{step}” is not possible now.</source>
        <translation>{number} 目前处于“{stage}”，不能“{step}”。</translation>
    </message>
    <message>
        <source>“{record}” belongs to {site}: only they can change it. Ask them to do so.</source>
        <translation>“{record}”归 {site} 管理，只有他们能改。请联系他们修改。</translation>
    </message>
    <message>
        <source>“{step}” is for the congress office ({office}). Send it a package; its result comes back.</source>
        <translation>“{step}”由人大机关（{office}）办理，请发送交换包，结果会随包返回。</translation>
    </message>
    <message>
        <source>“{step}” is not for you as {role}. It is for: {roles}.</source>
        <translation>您的身份是{role}，不能“{step}”。可以办理的是：{roles}。</translation>
    </message>
    <message>
        <source>“{verb}” is not a step of this track.</source>
        <translation>“{verb}”不是该办理流程中的步骤。</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>--scope names one station, --each-station all: choose.</source>
        <translation>--scope 指定一个站点，--each-station 为全部站点，只能选一个。</translation>
    </message>
    <message>
        <source>60 matters written, {found} found, checked</source>
        <translation>写入 60 件，检索到 {found} 件，核对无误</translation>
    </message>
    <message>
        <source>A file for each station, into the folder named with --out.</source>
        <translation>每个站点一份文件，存入 --out 指定的文件夹。</translation>
    </message>
    <message>
        <source>A month is written 2026-01, a day 2026-01-05.</source>
        <translation>月份写作 2026-01，日期写作 2026-01-05。</translation>
    </message>
    <message>
        <source>A new value.</source>
        <translation>另填的内容。</translation>
    </message>
    <message>
        <source>Accept the desk with this fingerprint, which you compared by telephone.</source>
        <translation>接受指纹与此相同的工作台（已电话核对）。</translation>
    </message>
    <message>
        <source>All of it is in {folder}.</source>
        <translation>全部结果在 {folder}。</translation>
    </message>
    <message>
        <source>Asks for: {asks}. For: {who}.</source>
        <translation>需要：{asks}。可用：{who}。</translation>
    </message>
    <message>
        <source>At most so many rows.</source>
        <translation>最多显示几行。</translation>
    </message>
    <message>
        <source>Believe another desk by its introduction, its fingerprint compared.</source>
        <translation>核对指纹后，按登记申请信任另一工作台。</translation>
    </message>
    <message>
        <source>Build the records again from the log and compare.</source>
        <translation>由日志重建全部记录并逐条比对。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Copy the desk, whole and consistent, into a folder.</source>
        <translation>把工作台完整备份到文件夹。</translation>
    </message>
    <message>
        <source>Decide one of them, by its key as `conflicts` lists it.</source>
        <translation>决定其中一项，用 `conflicts` 列出的键。</translation>
    </message>
    <message>
        <source>Decided: {title}.</source>
        <translation>已决定：{title}。</translation>
    </message>
    <message>
        <source>Deputies: {names}</source>
        <translation>代表：{names}</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Did they read out the same by telephone?</source>
        <translation>对方在电话里念的是否一致？</translation>
    </message>
    <message>
        <source>Do the main job from end to end into a folder, and say where to look.</source>
        <translation>把主要流程从头到尾做一遍，结果放进文件夹，并说明看哪里。</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Either --all or --to and --out, not both.</source>
        <translation>--all 与 --to、--out 只能选一种。</translation>
    </message>
    <message>
        <source>Encrypt it for the site's own key, or with --passphrase-from.</source>
        <translation>用对方的公钥加密，或配合 --passphrase-from 用口令加密。</translation>
    </message>
    <message>
        <source>Erase a record for good, here and wherever else it is. It cannot be undone.</source>
        <translation>永久删除一条记录，包括本机和其他各处；无法撤销。</translation>
    </message>
    <message>
        <source>Erased for good.</source>
        <translation>已永久删除。</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>First month (2026-01) or day (2026-01-05).</source>
        <translation>起始月份（2026-01）或日期（2026-01-05）。</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Fonts are missing; install the program again.</source>
        <translation>缺少字体，请重新安装程序。</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>Give one of --choose, --value, --accept, --decline.</source>
        <translation>请在 --choose、--value、--accept、--decline 中选用一个。</translation>
    </message>
    <message>
        <source>Help: {command} --help</source>
        <translation>查看帮助：{command} --help</translation>
    </message>
    <message>
        <source>How many matters; from 3,000 on the desk made is the town's, with all its stations.</source>
        <translation>事项数量；3000 件及以上时生成镇街工作台，含全部站点。</translation>
    </message>
    <message>
        <source>How many stations the town has.</source>
        <translation>镇街下设站点数。</translation>
    </message>
    <message>
        <source>How often to look.</source>
        <translation>多久看一次。</translation>
    </message>
    <message>
        <source>How the exchange with each site stands: what is missing or not confirmed.</source>
        <translation>与各单位往来的情况：缺什么、哪些未确认。</translation>
    </message>
    <message>
        <source>Instead: all packages that are due, above and below, into this folder.</source>
        <translation>改为把给上下级的全部应发包写进这个文件夹。</translation>
    </message>
    <message>
        <source>It has been taken in already; nothing in it is new.</source>
        <translation>此包已导入过，没有新内容。</translation>
    </message>
    <message>
        <source>It is not signed: anybody may have written it.</source>
        <translation>文件未签名：可能出自任何人。</translation>
    </message>
    <message>
        <source>Its last entry that counts; else the last one that is here.</source>
        <translation>有效的最后一条记录的序号；不写则为本机已收到的最后一条。</translation>
    </message>
    <message>
        <source>Keep what stands; for a step: file it; for a number that two bear: note it on both; for a second form of one round: take it back.</source>
        <translation>保持现有内容；对步骤则归档备查；对两件同用的编号则在两件上注明；对同一轮的第二份征询表则撤下。</translation>
    </message>
    <message>
        <source>Last month or day.</source>
        <translation>截止月份或日期。</translation>
    </message>
    <message>
        <source>Leave out the pictures of the pages.</source>
        <translation>不生成页面图片。</translation>
    </message>
    <message>
        <source>List matters, newest first; the count is exact.</source>
        <translation>列出事项，最新在前；总数精确。</translation>
    </message>
    <message>
        <source>List what waits for a decision, with who said what.</source>
        <translation>列出待决定的内容，以及各方怎样填写。</translation>
    </message>
    <message>
        <source>Look once, take what is whole for finished, and end.</source>
        <translation>只看一次，完整的就算写完，然后结束。</translation>
    </message>
    <message>
        <source>Made: {path}</source>
        <translation>已生成：{path}</translation>
    </message>
    <message>
        <source>Make a form or a table as a file.</source>
        <translation>生成表单或报表文件。</translation>
    </message>
    <message>
        <source>Make a made-up desk; without --desk, open the demo desk in the window (made if missing).</source>
        <translation>生成演示工作台；不带 --desk 时在窗口中打开演示工作台（没有就先生成）。</translation>
    </message>
    <message>
        <source>Make a new, empty desk.</source>
        <translation>新建空白工作台。</translation>
    </message>
    <message>
        <source>Name a report, or ask for --list.</source>
        <translation>请写明报表名称，或用 --list 查看有哪些报表。</translation>
    </message>
    <message>
        <source>No longer believe an installation: a computer stolen, sold or broken.</source>
        <translation>不再信任某一安装：电脑失窃、转让或损坏。</translation>
    </message>
    <message>
        <source>No unit has “{wanted}” now. Hand it over first.</source>
        <translation>“{wanted}”目前没有承办单位在办，请先交办。</translation>
    </message>
    <message>
        <source>Not accepted; nothing was changed.</source>
        <translation>未接受，没有任何改动。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>One JSON value on standard output.</source>
        <translation>在标准输出给出一个 JSON 值。</translation>
    </message>
    <message>
        <source>One figure over the casework that a station and its town both hold.</source>
        <translation>站点与镇街共有记录的摘要值，用于核对两边是否一致。</translation>
    </message>
    <message>
        <source>Only matters of this station.</source>
        <translation>只看此站点的事项。</translation>
    </message>
    <message>
        <source>Only matters that hold all these words.</source>
        <translation>只看含有全部这些词的事项。</translation>
    </message>
    <message>
        <source>Only open matters past their due day, most urgent first.</source>
        <translation>只看已逾期未办结的事项，最急在前。</translation>
    </message>
    <message>
        <source>Only say what the packages would change; write nothing.</source>
        <translation>只说明数据包会改动什么，不写入。</translation>
    </message>
    <message>
        <source>Only say what would happen; write nothing.</source>
        <translation>只说明会发生什么，不写入。</translation>
    </message>
    <message>
        <source>Only this form; else both.</source>
        <translation>只生成这一种；不写则两种都生成。</translation>
    </message>
    <message>
        <source>Only this stage, by its code or its name.</source>
        <translation>只看此阶段（代码或名称）。</translation>
    </message>
    <message>
        <source>Only this station's casework, to compare with its own desk.</source>
        <translation>只算此站点的记录，用于与该站点核对。</translation>
    </message>
    <message>
        <source>Only this station; else the whole desk.</source>
        <translation>只统计此站点；不写则为整个工作台。</translation>
    </message>
    <message>
        <source>Only this track: issue, suggestion.</source>
        <translation>只看此类：issue 群众事项，suggestion 代表建议。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Package {number} for {site}: {changes} changes, {bytes} bytes. {path}</source>
        <translation>给 {site} 的第 {number} 包：{changes} 条变更，{bytes} 字节。{path}</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Read a filled sheet and say what it proposes; nothing is written.</source>
        <translation>读取填好的回复单并说明其内容；不写入。</translation>
    </message>
    <message>
        <source>Record what it proposes, and attach the sheet.</source>
        <translation>登记其内容，并把回复单存为附件。</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已登记。</translation>
    </message>
    <message>
        <source>Row {line}: {message}</source>
        <translation>第 {line} 行：{message}</translation>
    </message>
    <message>
        <source>Say --to and --out, or --all.</source>
        <translation>请给出 --to 和 --out，或 --all。</translation>
    </message>
    <message>
        <source>Say which cells such a workbook may name; with --out, write an example that names all.</source>
        <translation>列出这种表格可以命名的单元格；配合 --out 生成一份全部命名好的样例。</translation>
    </message>
    <message>
        <source>Say which reports are due today and not made yet.</source>
        <translation>列出今天到期、还没有生成的报表。</translation>
    </message>
    <message>
        <source>Say which reports there are, what each asks for, and who is offered it.</source>
        <translation>列出所有报表、各自需要什么、谁可以用。</translation>
    </message>
    <message>
        <source>Say with --out which file to make.</source>
        <translation>请用 --out 写明要生成的文件。</translation>
    </message>
    <message>
        <source>Show names and telephone numbers in full.</source>
        <translation>姓名和电话完整显示。</translation>
    </message>
    <message>
        <source>Show one matter by its number or id.</source>
        <translation>按编号或标识查看一件事项。</translation>
    </message>
    <message>
        <source>Show the telephone number in full; that it was shown is written down.</source>
        <translation>完整显示电话，并记录在案。</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Show this help and exit.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Take a ledger in (.xlsx, .xls, .csv); what is here already stays.</source>
        <translation>导入台账（.xlsx、.xls、.csv）；已有的行保持不变。</translation>
    </message>
    <message>
        <source>Take in packages of before there were signatures too; ask who sent them first.</source>
        <translation>也导入尚无签名时期的文件包；请先核实发送人。</translation>
    </message>
    <message>
        <source>Take over what is proposed.</source>
        <translation>采纳所提内容。</translation>
    </message>
    <message>
        <source>Take packages in, also whole folders of them, or look into them.</source>
        <translation>导入交换包（可以是整个文件夹），或只作预览。</translation>
    </message>
    <message>
        <source>That is not the fingerprint of {name} ({site}) in this file, which is {fingerprint}. Do not accept it; ask them for the file once more.</source>
        <translation>这不是文件中{name}（{site}）的指纹，文件中的是 {fingerprint}。请勿接受，请对方重新发送文件。</translation>
    </message>
    <message>
        <source>The Chinese catalogue is missing.</source>
        <translation>缺少中文词条。</translation>
    </message>
    <message>
        <source>The code of the congress it reports to.</source>
        <translation>上级人大的代码。</translation>
    </message>
    <message>
        <source>The demo desk holds {count} made-up matters: {path}</source>
        <translation>演示工作台有 {count} 件虚构事项：{path}</translation>
    </message>
    <message>
        <source>The desk is sound.</source>
        <translation>工作台完好。</translation>
    </message>
    <message>
        <source>The desk of a deputy liaison station. Without a command it opens the window. Exit codes: 0 done, 1 refused with a sentence, 2 not understood.</source>
        <translation>人大代表联络站工作台。不带命令时打开窗口。退出码：0 完成，1 拒绝并说明原因，2 命令有误。</translation>
    </message>
    <message>
        <source>The desk to work on; else the one opened last.</source>
        <translation>要使用的工作台；不写则用上次打开的。</translation>
    </message>
    <message>
        <source>The desks of other sites that are believed, and who vouches for them.</source>
        <translation>本机信任的其他单位工作台，以及由谁担保。</translation>
    </message>
    <message>
        <source>The file to make.</source>
        <translation>要生成的文件。</translation>
    </message>
    <message>
        <source>The file to make; its ending (.pdf, .xlsx, .docx) says the format.</source>
        <translation>要生成的文件；扩展名（.pdf、.xlsx、.docx）决定格式。</translation>
    </message>
    <message>
        <source>The fingerprint as they read it out; without it, the terminal asks.</source>
        <translation>对方念出的指纹；不写则在终端询问。</translation>
    </message>
    <message>
        <source>The folder it goes into, for instance a USB stick.</source>
        <translation>放到哪个文件夹，例如 U 盘。</translation>
    </message>
    <message>
        <source>The format of the files for each station.</source>
        <translation>逐站文件的格式。</translation>
    </message>
    <message>
        <source>The installation, as “enrol list” shows it.</source>
        <translation>安装编号，见“enrol list”。</translation>
    </message>
    <message>
        <source>The language of what is said.</source>
        <translation>显示语言。</translation>
    </message>
    <message>
        <source>The matter (or the deputy's name) that a form is about.</source>
        <translation>表单所涉的事项编号（或代表姓名）。</translation>
    </message>
    <message>
        <source>The passphrase cannot be read from {source}.</source>
        <translation>无法从 {source} 读取口令。</translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation>口令为空。</translation>
    </message>
    <message>
        <source>The passphrase of an encrypted file: asked for, or read from that file descriptor (0: stdin).</source>
        <translation>加密文件的口令：当场询问，或从该文件描述符读取（0 为标准输入）。</translation>
    </message>
    <message>
        <source>The program met an error of its own ({kind}); what was saved is safe. Details are in {log}.</source>
        <translation>程序自身出错（{kind}），已保存的内容不受影响。详情见 {log}。</translation>
    </message>
    <message>
        <source>The record's id, as `show --json` gives it: 32 digits.</source>
        <translation>记录编号，即 `show --json` 给出的 32 位数字。</translation>
    </message>
    <message>
        <source>The same seed makes the same matters.</source>
        <translation>种子相同，生成的事项相同。</translation>
    </message>
    <message>
        <source>The sheets that units fill in: out, and back in.</source>
        <translation>承办单位填写的回复单：生成与收回。</translation>
    </message>
    <message>
        <source>The site it is for.</source>
        <translation>发给哪个站点。</translation>
    </message>
    <message>
        <source>The site's code, for instance HC.</source>
        <translation>站点代码，例如 HC。</translation>
    </message>
    <message>
        <source>The site's name.</source>
        <translation>站点名称。</translation>
    </message>
    <message>
        <source>The value of this change; its first characters are enough.</source>
        <translation>采用这一变更的内容，写前几位即可。</translation>
    </message>
    <message>
        <source>There is no deputy “{wanted}” here. Check the name.</source>
        <translation>这里没有代表“{wanted}”，请核对姓名。</translation>
    </message>
    <message>
        <source>There is no matter “{wanted}” here. Check the number.</source>
        <translation>这里没有事项“{wanted}”，请核对编号。</translation>
    </message>
    <message>
        <source>There is no option {name}.</source>
        <translation>没有 {name} 这个选项。</translation>
    </message>
    <message>
        <source>There is no question “{key}” now. List them again.</source>
        <translation>现在没有“{key}”这一项。请重新列出。</translation>
    </message>
    <message>
        <source>Try every part of this installation and say what works.</source>
        <translation>逐项自检本机安装，并说明结果。</translation>
    </message>
    <message>
        <source>Two values stand against each other: choose one, or give one.</source>
        <translation>两处内容不同：请选一个，或另填。</translation>
    </message>
    <message>
        <source>Usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Values set aside: {count}</source>
        <translation>未采用的值：{count} 项</translation>
    </message>
    <message>
        <source>Visitor: {name} {phone}</source>
        <translation>来访人：{name} {phone}</translation>
    </message>
    <message>
        <source>Watch a folder: take in what comes, until stopped with Ctrl+C.</source>
        <translation>自动收取文件夹里的新包，按 Ctrl+C 停止。</translation>
    </message>
    <message>
        <source>What kind of place it is.</source>
        <translation>站点类型。</translation>
    </message>
    <message>
        <source>What names and numbers in full are needed for; kept with your name.</source>
        <translation>不遮盖姓名、电话的用途；与您的姓名一并记录。</translation>
    </message>
    <message>
        <source>Who does the work, for the history.</source>
        <translation>由谁操作，记入历史。</translation>
    </message>
    <message>
        <source>Whose files are believed: introduce this desk, accept others, strike off.</source>
        <translation>信任谁的文件：申请登记、接受其他工作台、注销。</translation>
    </message>
    <message>
        <source>Why, for the history.</source>
        <translation>原因，记入历史。</translation>
    </message>
    <message>
        <source>Why, in a sentence.</source>
        <translation>一句话说明理由。</translation>
    </message>
    <message>
        <source>Why, without repeating what is erased; this stays.</source>
        <translation>理由，不要重复所删内容；该理由会保留。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Write a receipt alone: a small file that says what came and what lacks.</source>
        <translation>单独写一个回执：说明收到什么、缺什么的小文件。</translation>
    </message>
    <message>
        <source>Write the next package for another site: all it has not confirmed.</source>
        <translation>生成给另一站点的下一个数据包：对方尚未确认的全部内容。</translation>
    </message>
    <message>
        <source>Write the reply sheet of every unit that still has the matter.</source>
        <translation>为仍在办理的每个承办单位生成回复单。</translation>
    </message>
    <message>
        <source>Write this desk's introduction for another site, to be accepted there.</source>
        <translation>写出本工作台的登记申请，交给另一单位接受。</translation>
    </message>
    <message>
        <source>Write what became of every row.</source>
        <translation>写出逐行结果。</translation>
    </message>
    <message>
        <source>Write what is due into this folder each time.</source>
        <translation>每次把应发的包写进这个文件夹。</translation>
    </message>
    <message>
        <source>Your own xlsx workbook, whose named cells are filled; see --names.</source>
        <translation>本单位自己的 xlsx 表格，其中已命名的单元格会被填写；名称见 --names。</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>for {site} to decide</source>
        <translation>由{site}决定</translation>
    </message>
    <message>
        <source>installation {replica}, vouched for by {by}, last entry {last}</source>
        <translation>安装 {replica}，由 {by} 担保，最后一条记录 {last}</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>struck off: nothing after its entry {until} counts</source>
        <translation>已注销：第 {until} 条记录之后的内容无效</translation>
    </message>
    <message>
        <source>this desk decides</source>
        <translation>由本机关决定</translation>
    </message>
    <message>
        <source>{bytes} bytes</source>
        <translation>{bytes} 字节</translation>
    </message>
    <message>
        <source>{count} to decide.</source>
        <translation>共 {count} 项待决定。</translation>
    </message>
    <message>
        <source>{folder} cannot be read.</source>
        <translation>读不到 {folder}。</translation>
    </message>
    <message>
        <source>{name} ({site}) is believed from now on.</source>
        <translation>自现在起信任{name}（{site}）。</translation>
    </message>
    <message>
        <source>{name} ({site}) is not known here, and nobody known vouches for it. Telephone them, compare the fingerprint {fingerprint}, and name it with --trust when importing.</source>
        <translation>本机不认识{name}（{site}），也没有已知的单位为其担保。请致电对方，核对指纹 {fingerprint}，导入时以 --trust 指明。</translation>
    </message>
    <message>
        <source>{name} ({site}) shows the fingerprint {fingerprint}. Compare it by telephone, then give it with --fingerprint.</source>
        <translation>{name}（{site}）的指纹是 {fingerprint}。请先电话核对，再用 --fingerprint 写明。</translation>
    </message>
    <message>
        <source>{name} for {period}, due on {day}</source>
        <translation>{name}：{period}，{day} 到期</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>缺少 {name}。</translation>
    </message>
    <message>
        <source>{name}, package {number}: {new} new, {changed} changed, {conflicts} conflicts, {proposals} proposals.</source>
        <translation>{name}第 {number} 包：新增 {new}，变更 {changed}，冲突 {conflicts}，待认可 {proposals}。</translation>
    </message>
    <message>
        <source>{name}: {message}</source>
        <translation>{name}：{message}</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}：{reason}</translation>
    </message>
    <message>
        <source>{number} has nothing yet that this form could show.</source>
        <translation>{number} 还没有此表单可以打印的内容。</translation>
    </message>
    <message>
        <source>{number} {title}: {kind} of {unit}, {day}</source>
        <translation>{number} {title}：{unit}{kind}，{day}</translation>
    </message>
    <message>
        <source>{path} is written. Read this fingerprint out when they telephone:</source>
        <translation>已写出 {path}。对方来电核对时，请念出以下指纹：</translation>
    </message>
    <message>
        <source>{record} is no record's id.</source>
        <translation>{record} 不是记录编号。</translation>
    </message>
    <message>
        <source>{rows} rows: {new} new, {same} here already ({filled} of them received their reply), {rejected} rejected.</source>
        <translation>共 {rows} 行：新增 {new}，已有 {same}（其中补入答复 {filled}），未导入 {rejected}。</translation>
    </message>
    <message>
        <source>{shown} of {count} shown.</source>
        <translation>显示 {shown} 件，共 {count} 件。</translation>
    </message>
    <message>
        <source>“{change}” is not one of its values.</source>
        <translation>“{change}”不是其中的内容。</translation>
    </message>
    <message>
        <source>“{wanted}” is not one of {choices}.</source>
        <translation>“{wanted}”不在可选范围内：{choices}。</translation>
    </message>
</context>
<context>
    <name>clocks</name>
    <message>
        <source>Ahead of this computer's clock: {names}. Compare the clocks; nothing is ordered by them.</source>
        <translation>时间比本机时钟快：{names}。请核对时钟；先后次序不以时钟为准。</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{name} by {long}</source>
        <translation>{name}快 {long}</translation>
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
    <name>commits</name>
    <message>
        <source>A viewer only reads, prints and exports. Who is at work is chosen at the window's foot.</source>
        <translation>只读身份只能查看、打印和导出。在窗口底部可以更换使用人。</translation>
    </message>
    <message>
        <source>The reason is {length} characters long; shorten it to {limit}.</source>
        <translation>理由共 {length} 字，请精简到 {limit} 字以内。</translation>
    </message>
    <message>
        <source>This is too much for one entry. Do it in two or more parts.</source>
        <translation>一次办理的内容过多，请分几次办理。</translation>
    </message>
    <message>
        <source>Two values of it wait for a decision: Exchange, To decide. Then it can be handed on.</source>
        <translation>此件有两处不同的内容待决定（交换，待决定）。决定后才能移交、交办。</translation>
    </message>
    <message>
        <source>“{list}” comes to {size} KB of text; one entry holds {limit} KB. Shorten it, or attach the text as a file.</source>
        <translation>“{list}”的文字共 {size} KB，一条最多 {limit} KB。请精简，或将全文作为附件添加。</translation>
    </message>
</context>
<context>
    <name>conflicts</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>(not shown)</source>
        <translation>（不显示）</translation>
    </message>
    <message>
        <source>A desk that is copied or put back to a backup gives numbers again. They are printed on slips, so both matters keep theirs. Say how to tell them apart: both records then name each other. If it is one matter, merge or void one of the two in its record.</source>
        <translation>工作台被复制或由备份恢复后，编号会重复给出。编号已印在单据上，两件事项都保留原号。请写明如何区分，此后两条记录互相注明。如属同一事项，请在记录中并入或作废其中一件。</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>另填内容</translation>
    </message>
    <message>
        <source>At “{stage}” it was not theirs to take, or what it asks for was not there.</source>
        <translation>当时处于“{stage}”：不由其办理，或所需条件不具备。</translation>
    </message>
    <message>
        <source>Came in {package}</source>
        <translation>来自{package}</translation>
    </message>
    <message>
        <source>Choose one of the values shown.</source>
        <translation>请在所列内容中选择。</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Double number</source>
        <translation>重号</translation>
    </message>
    <message>
        <source>In force now</source>
        <translation>目前内容</translation>
    </message>
    <message>
        <source>It is for the staff of {site} to note. Send it a package, or tell it by telephone.</source>
        <translation>应由{site}的工作人员注明。请发送交换包或电话告知。</translation>
    </message>
    <message>
        <source>Nothing followed from the step. File it with a reason, or take it once more if it is due now.</source>
        <translation>这一步没有产生任何效果。说明理由后归档备查；如果现在应当办理，可重新办理。</translation>
    </message>
    <message>
        <source>Only this office's word counts here. Accepted, the proposal becomes it; declined, whoever proposed reads your reason.</source>
        <translation>这一栏以本机关填写的为准。采纳后即成为本机关的内容；不采纳的，提出的一方会看到理由。</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>提议</translation>
    </message>
    <message>
        <source>Proposal for “{field}”</source>
        <translation>对“{field}”的提议</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>Same number</source>
        <translation>编号相同</translation>
    </message>
    <message>
        <source>Say in a sentence how the two are told apart.</source>
        <translation>请用一句话写明如何区分两件事项。</translation>
    </message>
    <message>
        <source>Say why: whoever proposed it reads this.</source>
        <translation>请说明理由，提出的一方会看到。</translation>
    </message>
    <message>
        <source>The matter stood at “{stage}”: not possible there.</source>
        <translation>当时处于“{stage}”，不能办理这一步。</translation>
    </message>
    <message>
        <source>This is decided already. Refresh the list.</source>
        <translation>这一项已有决定。请刷新列表。</translation>
    </message>
    <message>
        <source>This office decides. Until then the value last agreed holds, and reports say so; both values and the decision stay in the history.</source>
        <translation>由本机关决定。决定前沿用双方最后一致的内容，报表加注；各处内容和决定都留在历史里。</translation>
    </message>
    <message>
        <source>This office numbers both. Choose the one that gets another number; or void it in its record, if it is the same matter.</source>
        <translation>两件都由本机关编号。请选择要改号的一件；如是同一件事，可在其记录中作废一件。</translation>
    </message>
    <message>
        <source>This record has not arrived yet. Nothing can be decided.</source>
        <translation>这条记录尚未收到，还不能决定。</translation>
    </message>
    <message>
        <source>This version does not know the step.</source>
        <translation>本版本不认识这一步。</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Two forms</source>
        <translation>两份征询表</translation>
    </message>
    <message>
        <source>Two matters bear {number}</source>
        <translation>两件事项的编号都是 {number}</translation>
    </message>
    <message>
        <source>Two proposals for “{field}” differ. Accept one.</source>
        <translation>对“{field}”的两个提议不同，请只采纳一个。</translation>
    </message>
    <message>
        <source>Two values for “{field}”</source>
        <translation>“{field}”有两处不同</translation>
    </message>
    <message>
        <source>Two verdicts of {name} in one round</source>
        <translation>{name}同一轮有两份评价</translation>
    </message>
    <message>
        <source>Type it below</source>
        <translation>在下面填写</translation>
    </message>
    <message>
        <source>What the deputy's own desk wrote counts, else the last recorded; papers and figures follow it. The other was recorded here: take it back, so that the stage follows from what counts. It stays in the history.</source>
        <translation>以代表本人工作台填写的为准；都不是的，以最后登记的为准，表格和统计均按此计算。另一份由本站登记，请撤下，办理阶段随之更正；撤下的仍留在历史里。</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>未生效的原因</translation>
    </message>
    <message>
        <source>Written at this desk</source>
        <translation>本机填写</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>由别处决定</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>package {n} from {site}</source>
        <translation>{site}第 {n} 包</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{number} was given twice</source>
        <translation>{number} 编了两次</translation>
    </message>
    <message>
        <source>{site} decides this. Send it a package, or tell it by telephone; its word comes back with its next package. Nothing is lost meanwhile.</source>
        <translation>由{site}决定。请给对方送一个交换包，或电话告知；决定会随对方的下一包回来，其间不会丢失任何内容。</translation>
    </message>
    <message>
        <source>“{field}” is in conflict. Decide that first.</source>
        <translation>“{field}”有冲突，请先决定冲突。</translation>
    </message>
    <message>
        <source>“{field}” is written once and stays. The proposal can only be declined.</source>
        <translation>“{field}”填写后不再更改，这个提议只能不采纳。</translation>
    </message>
    <message>
        <source>“{field}” of this record is for {site} to decide. Send it a package, or tell it by telephone.</source>
        <translation>这条记录的“{field}”由{site}决定。请给对方送一个交换包，或电话告知。</translation>
    </message>
    <message>
        <source>“{step}” did not apply</source>
        <translation>“{step}”未生效</translation>
    </message>
    <message>
        <source>“{value}” does not fit “{field}”.</source>
        <translation>“{value}”不能填入“{field}”。</translation>
    </message>
</context>
<context>
    <name>container</name>
    <message>
        <source>The file is damaged or incomplete. Copy it again, or ask the sender for it once more.</source>
        <translation>文件已损坏或不完整。请重新复制，或请发送方再发一次。</translation>
    </message>
    <message>
        <source>The file is larger than 2 GB; a package never is.</source>
        <translation>文件超过 2 GB，交换包不会有这么大。</translation>
    </message>
    <message>
        <source>{name} cannot be written there: {why}.</source>
        <translation>{name} 写不进去：{why}。</translation>
    </message>
    <message>
        <source>{name} exists already. Move it away first.</source>
        <translation>{name} 已经存在，请先把它移走。</translation>
    </message>
    <message>
        <source>{name} was not written whole. Check the disk or stick, then try again.</source>
        <translation>{name} 没有完整写入。请检查磁盘或U盘后再试。</translation>
    </message>
</context>
<context>
    <name>copying</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>How far off</source>
        <translation>距到期</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Visitor or deputy</source>
        <translation>来访人（代表）</translation>
    </message>
    <message>
        <source>With</source>
        <translation>现由谁办</translation>
    </message>
    <message>
        <source>{n} rows copied as a table</source>
        <translation>已复制 {n} 行，可粘贴到 Excel</translation>
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
        <source>1 workday late</source>
        <translation>逾期 1 个工作日</translation>
    </message>
    <message>
        <source>1 workday left</source>
        <translation>还有 1 个工作日</translation>
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
        <source>late, no workday yet</source>
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
        <source>{name}: the day itself, by {source}.</source>
        <translation>{name}：当日到期，依据：{source}。</translation>
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
        <source>{n} days left, no workday</source>
        <translation>还有 {n} 天，均非工作日</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>{n} workdays late</source>
        <translation>逾期 {n} 个工作日</translation>
    </message>
    <message>
        <source>{n} workdays left</source>
        <translation>还有 {n} 个工作日</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} 个工作日</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>A demo needs at least one station and one matter.</source>
        <translation>演示至少需要一个站点和一件事项。</translation>
    </message>
    <message>
        <source>Living through the year</source>
        <translation>正在生成一年的事项</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name, or delete it first.</source>
        <translation>{path} 已存在。请换一个名称，或先删除它。</translation>
    </message>
</context>
<context>
    <name>deputies</name>
    <message>
        <source>This deputy is not on the list here.</source>
        <translation>这里的名单上没有这位代表。</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>A desk needs a site code and a name.</source>
        <translation>工作台需要站点代码和名称。</translation>
    </message>
    <message>
        <source>A site cannot be its own parent. Give the parent's own code.</source>
        <translation>站点不能以自身为上级，请填写上级的代码。</translation>
    </message>
    <message>
        <source>Another program is writing to this desk just now. Wait a moment and try again.</source>
        <translation>另一个程序正在写入此工作台，请稍候再试。</translation>
    </message>
    <message>
        <source>The desk file is read-only; nothing was saved. Check its permissions.</source>
        <translation>工作台文件为只读，未作任何保存，请检查文件权限。</translation>
    </message>
    <message>
        <source>The disk cannot be read or written just now. Try again; if it stays so, have it checked.</source>
        <translation>磁盘暂时无法读写，请稍候再试；如一直如此，请检查磁盘。</translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved. Free some space and try again.</source>
        <translation>磁盘已满，未作任何保存，请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it first.</source>
        <translation>文件夹 {folder} 不存在，请先建立。</translation>
    </message>
    <message>
        <source>There is no desk at {path}. Create one with init, or choose another file.</source>
        <translation>{path} 处没有工作台，请用 init 新建，或另选文件。</translation>
    </message>
    <message>
        <source>{folder} has too little room for a backup. Free some space.</source>
        <translation>{folder} 空间不足，无法备份，请腾出空间。</translation>
    </message>
    <message>
        <source>{path} cannot be read: it may be damaged. Restore a backup.</source>
        <translation>{path} 无法读取，可能已损坏，请恢复备份。</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name, or open it.</source>
        <translation>{path} 已存在，请换一个名称，或直接打开。</translation>
    </message>
    <message>
        <source>{path} is a database, but not a desk. Choose the .desk file.</source>
        <translation>{path} 是数据库，但不是工作台，请选择 .desk 文件。</translation>
    </message>
    <message>
        <source>{path} is not a Station Desk file, or it is damaged. Restore a backup.</source>
        <translation>{path} 不是联络站工作台文件，或已损坏，请恢复备份。</translation>
    </message>
    <message>
        <source>{path} was written by a newer Station Desk. Update this program first.</source>
        <translation>{path} 由更新版本的联络站工作台写成，请先更新本程序。</translation>
    </message>
    <message>
        <source>“{code}” cannot be a site's code. Take 1 to 20 letters, digits, “-” or “_”, beginning and ending with a letter or digit, for example HC.</source>
        <translation>“{code}”不能用作站点代码。请用 1 至 20 个文字、数字、“-”或“_”，首尾须为文字或数字，例如 HC。</translation>
    </message>
</context>
<context>
    <name>dossier</name>
    <message>
        <source>It has not been answered yet: there is nothing to ask the deputies about.</source>
        <translation>此建议还没有答复，不能向代表征询意见。</translation>
    </message>
    <message>
        <source>No constituent stands behind this matter: there is nobody to tell.</source>
        <translation>此事项没有对应的反映人，无需反馈。</translation>
    </message>
    <message>
        <source>No unit has answered this matter in writing yet.</source>
        <translation>还没有单位书面答复此事项。</translation>
    </message>
    <message>
        <source>No unit owes an answer on this matter: nobody is to be urged.</source>
        <translation>此事项没有待答复的单位，无需催办。</translation>
    </message>
    <message>
        <source>There is no such record here to print. Refresh the list.</source>
        <translation>这里没有要打印的记录。请刷新列表。</translation>
    </message>
    <message>
        <source>There is no visit behind this matter: it has no registration form.</source>
        <translation>此事项没有对应的来访，没有登记表。</translation>
    </message>
    <message>
        <source>This matter has not been handed to a unit yet.</source>
        <translation>此事项还没有交给承办单位。</translation>
    </message>
    <message>
        <source>This matter is not a deputy's suggestion.</source>
        <translation>此事项不是代表建议。</translation>
    </message>
    <message>
        <source>This matter is not a motion.</source>
        <translation>此事项不是议案。</translation>
    </message>
    <message>
        <source>This matter was not refused: there is no notice of non-acceptance.</source>
        <translation>此事项没有作不受理处理，没有告知单。</translation>
    </message>
    <message>
        <source>This suggestion is not under key supervision.</source>
        <translation>此建议没有列为重点督办。</translation>
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
    <name>enrolment</name>
    <message>
        <source>Only a desk of another site that is known here can be struck off.</source>
        <translation>只能注销本机已知的其他站点的工作台。</translation>
    </message>
    <message>
        <source>{name} ({site}) stands under {parent}, not under this desk, and is not above it either. It is enrolled there.</source>
        <translation>{name}（{site}）的上级是 {parent}，既不属本机管辖，也不是本机的上级。请到其上级登记。</translation>
    </message>
    <message>
        <source>{name} is no introduction of a desk, or was altered. Ask for it once more.</source>
        <translation>{name} 不是工作台的登记文件，或已被改动。请对方重新提供。</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写 {file}</translation>
    </message>
</context>
<context>
    <name>feedback</name>
    <message>
        <source>Choose how the visitor was told.</source>
        <translation>请选择反馈方式。</translation>
    </message>
    <message>
        <source>Choose one of those who came about this matter.</source>
        <translation>请从反映此事的来访人中选择。</translation>
    </message>
    <message>
        <source>Choose the visitor's verdict.</source>
        <translation>请选择群众评价。</translation>
    </message>
    <message>
        <source>Write why the visitor is dissatisfied.</source>
        <translation>请写明群众不满意的原因。</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Exchange: not linked yet</source>
        <translation>交换：尚未连接</translation>
    </message>
    <message>
        <source>Exchange: nothing waiting</source>
        <translation>交换：没有待寄</translation>
    </message>
    <message>
        <source>Exchange: {count} to send</source>
        <translation>交换：{count} 包待寄</translation>
    </message>
    <message>
        <source>Last backup {when}</source>
        <translation>上次备份 {when}</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>尚未备份</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count} 项待决定</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>The file changed while it was copied. Add it again.</source>
        <translation>复制期间文件被改动，请重新添加。</translation>
    </message>
    <message>
        <source>The file is larger than {megabytes} MB. Make it smaller, or attach its main part.</source>
        <translation>文件超过 {megabytes} MB。请压缩后再添加，或只添加主要部分。</translation>
    </message>
    <message>
        <source>This file has not arrived here yet. It comes with a later package.</source>
        <translation>此文件尚未到达，将随后续交换包到达。</translation>
    </message>
    <message>
        <source>This file is damaged in the store of files. Restore a backup.</source>
        <translation>此文件在附件库中已损坏，请从备份恢复。</translation>
    </message>
    <message>
        <source>{path} could not be written: {error}</source>
        <translation>{path} 无法写入：{error}</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {error}</source>
        <translation>“{name}”无法读取：{error}</translation>
    </message>
</context>
<context>
    <name>fingerprints</name>
    <message>
        <source>A fingerprint has 8 groups of 4 letters and digits; this one has {count} in all.</source>
        <translation>指纹共 8 组，每组 4 个字母或数字；这里一共 {count} 个。</translation>
    </message>
    <message>
        <source>Group {number} ({group}) was misread. Have it read out once more.</source>
        <translation>第 {number} 组（{group}）有误，请对方再读一遍。</translation>
    </message>
</context>
<context>
    <name>forks</name>
    <message>
        <source>Two computers have written as {site} from its entry {seq} on. The work of both is here, and each goes on under a name of its own. Telephone them: one desk is enough.</source>
        <translation>有两台电脑从第 {seq} 条起都以 {site} 的名义登记。两边的资料都已收到，今后各用各的名义。请电话告知：一个站点只用一个工作台。</translation>
    </message>
    <message>
        <source>Two computers have written as {site} from its entry {seq} on: the desk was copied, or put back from a backup. The work of both is here. Send {site} a package, so that they hear of it.</source>
        <translation>有两台电脑从第 {seq} 条起都以 {site} 的名义登记：工作台被复制过，或从备份恢复过。两边的资料都已收到。请给 {site} 发一个交换包，让对方知道。</translation>
    </message>
</context>
<context>
    <name>founding</name>
    <message>
        <source>The station has not tied this desk to a deputy. Ask it to write the package again.</source>
        <translation>联络站还没有把这个工作台与代表对应起来。请联络站重新写一个包。</translation>
    </message>
    <message>
        <source>This file is for {sites}, not for a deputy's desk. Ask the station for the one meant for you.</source>
        <translation>这个文件是给{sites}的，不是给代表工作台的。请向联络站要给您的那个包。</translation>
    </message>
    <message>
        <source>{name} is encrypted. Ask the station for its passphrase by telephone and type it here; if it has none, ask for a file that is not encrypted.</source>
        <translation>{name} 已加密。请打电话向联络站询问口令，输在这里；如果没有口令，请联络站改发不加密的文件。</translation>
    </message>
</context>
<context>
    <name>handling</name>
    <message>
        <source>Choose at least two suggestions to be handled together.</source>
        <translation>请至少选择两件建议并案办理。</translation>
    </message>
    <message>
        <source>Choose how they were in contact.</source>
        <translation>请选择沟通方式。</translation>
    </message>
    <message>
        <source>Choose one of the deputies who signed.</source>
        <translation>请选择一位署名代表。</translation>
    </message>
    <message>
        <source>Choose the class of the reply.</source>
        <translation>请选择答复类别。</translation>
    </message>
    <message>
        <source>Choose the unit that is to handle it.</source>
        <translation>请选择承办单位。</translation>
    </message>
    <message>
        <source>Choose the visitor's verdict.</source>
        <translation>请选择群众评价。</translation>
    </message>
    <message>
        <source>Choose what the meeting decided.</source>
        <translation>请选择会议决定。</translation>
    </message>
    <message>
        <source>Choose where this matter belongs.</source>
        <translation>请选择该事项应去的途径。</translation>
    </message>
    <message>
        <source>Closed with {number}, into which it was merged.</source>
        <translation>随主件 {number} 一并办结。</translation>
    </message>
    <message>
        <source>Enter the text of the reply.</source>
        <translation>请填写答复内容。</translation>
    </message>
    <message>
        <source>Give the new day it is due.</source>
        <translation>请填写新的到期日。</translation>
    </message>
    <message>
        <source>Only one unit can lead; let the others co-handle or answer apart.</source>
        <translation>只能有一个主办单位，其他单位请选会办或分别办理。</translation>
    </message>
    <message>
        <source>Only suggestions are handled together.</source>
        <translation>只有代表建议可以并案办理。</translation>
    </message>
    <message>
        <source>Say in a sentence what was done or why.</source>
        <translation>请用一句话说明办理情况或理由。</translation>
    </message>
    <message>
        <source>Several units have this matter. Choose which one this step is for.</source>
        <translation>该事项由多个单位承办，请选择这一步属于哪个单位。</translation>
    </message>
    <message>
        <source>The new day must lie after today's step.</source>
        <translation>新的到期日须晚于本步骤的日期。</translation>
    </message>
    <message>
        <source>The same unit is named twice.</source>
        <translation>同一单位选了两次。</translation>
    </message>
    <message>
        <source>“{step}” has its own form. Use that.</source>
        <translation>“{step}”有专门的表单，请在那里填写。</translation>
    </message>
    <message>
        <source>“{step}” is not possible for this unit now.</source>
        <translation>该单位目前不能“{step}”。</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>全部步骤</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>需要什么</translation>
    </message>
    <message>
        <source>Asks for; clock</source>
        <translation>要填写；期限</translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation>{when}应报</translation>
    </message>
    <message>
        <source>From top to bottom in the order of the stage bar. Blue is what is offered first; the clock is what a step sets going, by the rules in force.</source>
        <translation>自上而下，与办理进度条的顺序一致。蓝色是首先可办的一步；时钟旁是这一步开始计算的期限，按现行规则。</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>从哪一步到哪一步</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Made as; offered to</source>
        <translation>格式；谁可用</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Step, and by whom</source>
        <translation>办理步骤，由谁办</translation>
    </message>
    <message>
        <source>The first nine pages of the navigation</source>
        <translation>导航里的前九页</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>a file for each station</source>
        <translation>可逐站生成</translation>
    </message>
    <message>
        <source>all but {roles}</source>
        <translation>除{roles}外都可用</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>都可用</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>quarterly</source>
        <translation>每季</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>{title}, drawn; the table below says the same in words</source>
        <translation>{title}；下面的表格用文字说明同样的内容</translation>
    </message>
    <message>
        <source>{what} (needed)</source>
        <translation>{what}（必填）</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Changed again since: {fields}</source>
        <translation>之后又有改动：{fields}</translation>
    </message>
    <message>
        <source>It is undone already.</source>
        <translation>已经撤销。</translation>
    </message>
    <message>
        <source>It was a decision; it is answered by another step.</source>
        <translation>这一步是决定，不能撤销，请另记一步。</translation>
    </message>
    <message>
        <source>Striking off a desk cannot be undone. They go on with a new desk, which you accept anew.</source>
        <translation>注销工作台不能撤销。对方要换新的工作台，由您重新接受。</translation>
    </message>
    <message>
        <source>The acceptance of a desk cannot be undone. If it was a mistake, strike that desk off on the Exchange page.</source>
        <translation>接受工作台不能撤销。如属误接受，请在“交换”页注销该工作台。</translation>
    </message>
    <message>
        <source>The last step was a decision; it is answered by another step.</source>
        <translation>上一步是决定，不能撤销，请以新的步骤更正。</translation>
    </message>
    <message>
        <source>The matter has gone on since. Record a new step.</source>
        <translation>这件事之后又有办理，不能撤销，请另记一步。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可以重做的操作。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>This desk goes on as a new installation. That cannot be undone, nor what was written before it.</source>
        <translation>本工作台已作为新副本继续工作，此事及此前写下的内容不能撤销。</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>What has left in a package cannot be undone. Record a new step.</source>
        <translation>已随交换包发出的内容不能撤销，请登记新的步骤。</translation>
    </message>
    <message>
        <source>What was erased for good cannot be brought back.</source>
        <translation>已永久删除的内容无法恢复。</translation>
    </message>
</context>
<context>
    <name>honours</name>
    <message>
        <source>Choose by which criterion.</source>
        <translation>请选择确定依据。</translation>
    </message>
    <message>
        <source>Choose one of the nominations.</source>
        <translation>请选择一项推荐。</translation>
    </message>
    <message>
        <source>Choose the unit whose handling is nominated.</source>
        <translation>请选择推荐的承办单位。</translation>
    </message>
    <message>
        <source>Choose what is nominated.</source>
        <translation>请选择推荐类别。</translation>
    </message>
    <message>
        <source>Name who leads the supervision.</source>
        <translation>请填写领衔督办人。</translation>
    </message>
    <message>
        <source>Say which body chose it.</source>
        <translation>请填写评定机关。</translation>
    </message>
    <message>
        <source>Say which meeting or body decided it.</source>
        <translation>请填写由哪个会议或机关确定。</translation>
    </message>
    <message>
        <source>This is nominated already for {year}.</source>
        <translation>{year} 年度已经推荐过。</translation>
    </message>
    <message>
        <source>This nomination is chosen already.</source>
        <translation>这项推荐已经评定。</translation>
    </message>
    <message>
        <source>Write in a sentence why.</source>
        <translation>请用一句话写明理由。</translation>
    </message>
</context>
<context>
    <name>inbox</name>
    <message>
        <source>An earlier file from {site} is missing. Import it first, or send them a package: their next one will contain everything.</source>
        <translation>缺少 {site} 更早的文件。请先导入它，或先给对方发一个包：对方的下一个包会补齐全部内容。</translation>
    </message>
    <message>
        <source>An entry in the name of {site} is not signed by it. Nothing was imported; ask them.</source>
        <translation>有一条以 {site} 名义写的记录不是它签名的。没有导入任何内容，请向对方核实。</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变动</translation>
    </message>
    <message>
        <source>It confirms {count} entries of this desk: they are not sent again.</source>
        <translation>对方确认已收到本机 {count} 条内容，以后不再重发。</translation>
    </message>
    <message>
        <source>More than {limit} desks in this file are not known here, and nobody known vouches for them. Ask its sender for the introduction of their desk, and take that in first.</source>
        <translation>文件里有超过 {limit} 个工作台本机不认识，也没有已知的单位为其担保。请先向发件方索取其工作台的登记申请，接受后再导入此文件。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Proving the file</source>
        <translation>正在核验文件</translation>
    </message>
    <message>
        <source>Taking in package {number} of {total}</source>
        <translation>正在收入第 {number} 个包，共 {total} 个</translation>
    </message>
    <message>
        <source>Taking in the changes</source>
        <translation>正在导入变动</translation>
    </message>
    <message>
        <source>The desk of {site} that wrote this file was struck off: nothing after its entry {until} counts. Ask them for a file from their present desk.</source>
        <translation>写出此文件的 {site} 工作台已被注销：其第 {until} 条之后的记录一律无效。请对方用现在的工作台重新导出。</translation>
    </message>
    <message>
        <source>The file from {name} brought {count} entries in the name of {sites}, for whose desk nobody known here vouches; they were left out. They come with a later file once that desk is enrolled at its office, or accepted here when importing.</source>
        <translation>{name}的文件带来以{sites}名义写入的{count}条记录，该工作台在本机没有已知单位担保，这些记录未予接收。待其上级单位登记该工作台，或在本机导入时核对指纹予以认可后，将随以后的文件一并收入。</translation>
    </message>
    <message>
        <source>The file from {name} brought {count} entries of a desk that was struck off; they were left out.</source>
        <translation>{name}的文件中有 {count} 条记录来自已注销的工作台，未予导入。</translation>
    </message>
    <message>
        <source>The file is not signed; it says that {name} ({site}) sent it. Ask them for a new one, or telephone them and then import it as an unsigned file.</source>
        <translation>文件未签名，自称由{name}（{site}）发出。请对方重新发一个；或致电核实后，按未签名文件导入。</translation>
    </message>
    <message>
        <source>The file names {site} as its sender, but its key is another. Telephone them before importing.</source>
        <translation>文件写明由 {site} 发出，但密钥不是它的。导入前请先打电话核实。</translation>
    </message>
    <message>
        <source>This file is for {site}, not for this desk. Pass it on.</source>
        <translation>这个文件是给 {site} 的，不是给本工作台的。请转交。</translation>
    </message>
    <message>
        <source>{count} attached files come with it.</source>
        <translation>随包带来 {count} 个附件。</translation>
    </message>
    <message>
        <source>{done}, {more} more</source>
        <translation>{done}，另 {more} 项</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}</source>
        <translation>{file} 无法读取：{error}</translation>
    </message>
    <message>
        <source>{name} ({site}) is not known here, and nobody known vouches for it. Telephone them, compare the fingerprint {fingerprint}, and accept it when importing.</source>
        <translation>本机不认识{name}（{site}），也没有已知的单位为其担保。请致电对方，核对指纹 {fingerprint}，导入时予以接受。</translation>
    </message>
    <message>
        <source>{reason} The file is tried again by itself.</source>
        <translation>{reason}稍后会自动重新导入此文件。</translation>
    </message>
    <message>
        <source>{site} entered {value} as “{field}” ({list}), with which no desk can reckon. Another copy of the file does not help: {site} must update Station Desk, put back its backup from before that entry, and enter anew what came after it.</source>
        <translation>{site} 把“{list}”的“{field}”录成了 {value}，任何工作台都无法计算。重新复制文件没有用：请 {site} 先更新程序，恢复该次录入之前的备份，再补录此后的内容。</translation>
    </message>
</context>
<context>
    <name>incarnation</name>
    <message>
        <source>So that no number is given twice, the numbers that this desk gives until the end of {year} bear the letter {letter}: {number}.</source>
        <translation>为避免重号，{year} 年底前本工作台给出的编号都带字母 {letter}，如 {number}。</translation>
    </message>
    <message>
        <source>This desk was copied or moved to this place, or is opened here for the first time. It goes on as a new installation; {office} is told with the next package. Do not work on with the other copy.</source>
        <translation>本工作台系复制、移动而来，或首次在此打开，将以新副本继续工作；下次发送数据包时告知{office}。请勿再使用另一份。</translation>
    </message>
    <message>
        <source>This desk was restored from a backup; its last own entry is of {day}. It goes on as a new installation; {office} is told with the next package and sends back what is missing here, but not the names and telephones of visitors registered since: these were only in this desk.</source>
        <translation>本工作台由备份恢复，其中本站最后一条记录为 {day}。将以新副本继续工作；下次发送数据包时告知{office}，缺少的内容由其发回，但此后登记的来访人姓名、电话除外：这些只存在本机，无法找回。</translation>
    </message>
    <message>
        <source>This desk was restored from a backup; its last own entry is of {day}. It goes on as a new installation; {office} is told with the next package and sends back what is missing here.</source>
        <translation>本工作台由备份恢复，其中本站最后一条记录为 {day}。将以新副本继续工作；下次发送数据包时告知{office}，缺少的内容由其发回。</translation>
    </message>
    <message>
        <source>Two copies of this desk were being written to. The work of both is kept; this one goes on as a new installation, and {office} is told with the next package. Use only one of the two.</source>
        <translation>本工作台的两份副本曾同时写入，双方的记录都已保留；本机将以新副本继续工作，下次发送数据包时告知{office}。请只保留一份继续使用。</translation>
    </message>
    <message>
        <source>everybody it exchanges with</source>
        <translation>往来各站点</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source> ({source})</source>
        <translation>（{source}）</translation>
    </message>
    <message>
        <source>Ask the guardian; without their agreement a child stays anonymous.</source>
        <translation>请征得监护人同意；未同意的，按匿名登记。</translation>
    </message>
    <message>
        <source>At least one person came.</source>
        <translation>来访人数至少为一人。</translation>
    </message>
    <message>
        <source>At most {n} people speak for a group. Let them choose who; count the rest.</source>
        <translation>群体来访代表不超过 {n} 人，请他们推选，其余计入人数。</translation>
    </message>
    <message>
        <source>Choose the deputy who raises it.</source>
        <translation>请选择提出建议的代表。</translation>
    </message>
    <message>
        <source>Choose the unit that is to handle it.</source>
        <translation>请选择承办单位。</translation>
    </message>
    <message>
        <source>Choose where this matter belongs.</source>
        <translation>请选择该事项应去的途径。</translation>
    </message>
    <message>
        <source>Say in a sentence why it is not accepted.</source>
        <translation>请用一句话说明不予受理的理由。</translation>
    </message>
    <message>
        <source>Say in a sentence why it suits a project.</source>
        <translation>请用一句话说明适合转项目的理由。</translation>
    </message>
    <message>
        <source>Tell the visitor what their details are for and how long they are kept, then tick it.</source>
        <translation>请先告知来访人信息的用途和保存期，再勾选。</translation>
    </message>
    <message>
        <source>Write down at least one matter.</source>
        <translation>请至少登记一件事项。</translation>
    </message>
    <message>
        <source>Write the guardian's name.</source>
        <translation>请填写监护人姓名。</translation>
    </message>
    <message>
        <source>Write the guardian's telephone number.</source>
        <translation>请填写监护人电话。</translation>
    </message>
    <message>
        <source>Write the name, or take this line away.</source>
        <translation>请填写姓名，或移除这一行。</translation>
    </message>
    <message>
        <source>Write what the visitor said, in their own words.</source>
        <translation>请按来访人原话填写。</translation>
    </message>
    <message>
        <source>Write what was answered on the spot.</source>
        <translation>请填写当场答复的内容。</translation>
    </message>
    <message>
        <source>Write who came first, then those with them.</source>
        <translation>请先填写来访人，再填写同来的人。</translation>
    </message>
    <message>
        <source>{n} are written down by name; at least as many came.</source>
        <translation>已登记 {n} 人姓名，来访人数不能少于此数。</translation>
    </message>
</context>
<context>
    <name>issues</name>
    <message>
        <source>A matter cannot be merged into itself. Choose another.</source>
        <translation>事项不能并入自身，请另选一件。</translation>
    </message>
    <message>
        <source>An issue can only be merged into another issue.</source>
        <translation>群众事项只能并入另一件群众事项。</translation>
    </message>
    <message>
        <source>Say in a sentence why it is voided.</source>
        <translation>请用一句话说明作废原因。</translation>
    </message>
    <message>
        <source>The station or its congress office corrects an issue. Write a note with what is wrong.</source>
        <translation>群众事项由联络站或其人大机关更正。请用记录写明有误之处。</translation>
    </message>
    <message>
        <source>{number} was itself merged. Choose the matter it was merged into.</source>
        <translation>{number} 本身已并入其他事项，请选择它并入的那一件。</translation>
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
    <name>ledgers</name>
    <message>
        <source>Here already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Here already; its reply was added</source>
        <translation>已有，补入了答复</translation>
    </message>
    <message>
        <source>No date in the row: today's was taken.</source>
        <translation>此行没有日期，已按今天登记。</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Taking in the rows</source>
        <translation>正在导入各行</translation>
    </message>
    <message>
        <source>The same as an earlier row of this file</source>
        <translation>与本文件前面的一行相同</translation>
    </message>
    <message>
        <source>{field}: only the first {limit} characters were taken.</source>
        <translation>{field}：只收录了前 {limit} 个字。</translation>
    </message>
    <message>
        <source>{field}: {day} lies before the day it was raised ({opened}).</source>
        <translation>{field}：{day} 早于反映日期（{opened}）。</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}：{value}</translation>
    </message>
    <message>
        <source>{name} was changed since it was shown. Open it again.</source>
        <translation>{name} 在显示之后有改动。请重新打开。</translation>
    </message>
</context>
<context>
    <name>matter</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>(recorded by {name})</source>
        <translation>（{name} 记录）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>; received by {names}</source>
        <translation>，代表{names}接待</translation>
    </message>
    <message>
        <source>; recorded by {name}</source>
        <translation>，{name}记录</translation>
    </message>
    <message>
        <source>It did not fit the stage and was filed. {said}</source>
        <translation>与当时进度不符，已归档备查。{said}</translation>
    </message>
    <message>
        <source>Raised by {names}</source>
        <translation>{names} 提出</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>To be checked, it did not fit the stage. {said}</source>
        <translation>待核：与所处环节不符。{said}</translation>
    </message>
    <message>
        <source>at the session</source>
        <translation>会议期间</translation>
    </message>
    <message>
        <source>attitude {verdict}</source>
        <translation>办理态度{verdict}</translation>
    </message>
    <message>
        <source>came in a package</source>
        <translation>随包收到</translation>
    </message>
    <message>
        <source>class {code}</source>
        <translation>{code} 类</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>已延期</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>make-up days {days} counted</source>
        <translation>计入补班 {days}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not paused, not extended</source>
        <translation>未暂停、未延期</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>曾暂停计时</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>{day}签收</translation>
    </message>
    <message>
        <source>the time is ahead of this computer's clock; compare the clocks</source>
        <translation>时间比本机时钟快，请核对时钟</translation>
    </message>
    <message>
        <source>to {unit}, {role}</source>
        <translation>交{unit}{role}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>within {term} of closure</source>
        <translation>办结后 {term}内</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{field}: {value}, set aside; another value, written at the same time, stands</source>
        <translation>{field}：{value}（未采用；同时填写的另一个值为准）</translation>
    </message>
    <message>
        <source>{name}: the day itself</source>
        <translation>{name}：当日</translation>
    </message>
    <message>
        <source>{n} holidays not counted</source>
        <translation>不计节假日 {n} 天</translation>
    </message>
    <message>
        <source>{term} from {day}</source>
        <translation>{day}起 {term}</translation>
    </message>
    <message>
        <source>{who}, {how}</source>
        <translation>{who}{how}来访</translation>
    </message>
</context>
<context>
    <name>minisign</name>
    <message>
        <source>This is no public key of minisign. Ask for the .pub file.</source>
        <translation>这不是 minisign 公钥，请索取 .pub 文件。</translation>
    </message>
</context>
<context>
    <name>motions</name>
    <message>
        <source>Write the grounds: why it is needed.</source>
        <translation>请填写案据：为什么提出。</translation>
    </message>
    <message>
        <source>Write the plan: what is to be done.</source>
        <translation>请填写方案：要求做什么。</translation>
    </message>
    <message>
        <source>Write what the motion is about.</source>
        <translation>请填写案由。</translation>
    </message>
</context>
<context>
    <name>numbering</name>
    <message>
        <source>may hold only {parts}</source>
        <translation>只能包含 {parts}</translation>
    </message>
    <message>
        <source>must hold {part} once, the running number</source>
        <translation>必须包含一次 {part}（序号）</translation>
    </message>
</context>
<context>
    <name>odd_steps</name>
    <message>
        <source>Only the station or its congress office can file it.</source>
        <translation>只有联络站或其人大机关可以归档备查。</translation>
    </message>
    <message>
        <source>Say in a sentence why it is filed.</source>
        <translation>请一句话说明归档理由。</translation>
    </message>
    <message>
        <source>Taken once more.</source>
        <translation>已重新办理。</translation>
    </message>
    <message>
        <source>This step is not to be checked any more. Refresh the list.</source>
        <translation>这一步已不需核对。请刷新列表。</translation>
    </message>
</context>
<context>
    <name>offices</name>
    <message>
        <source>A desk's code is 1 to 20 letters, digits, “-” or “_”, for example {code}.</source>
        <translation>工作台代码须为 1 至 20 个字母、数字、“-”或“_”，例如 {code}。</translation>
    </message>
    <message>
        <source>Only the office's staff change the rules. Ask them to do so.</source>
        <translation>规则由人大工作人员修改，请与其联系。</translation>
    </message>
    <message>
        <source>Only the staff of a station or office give a deputy their desk.</source>
        <translation>只有联络站或机关的工作人员可以为代表开设工作台。</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>已从名单移除</translation>
    </message>
    <message>
        <source>The code {code} is taken already, by {name}. Choose another.</source>
        <translation>代码 {code} 已被“{name}”使用，请另选一个。</translation>
    </message>
    <message>
        <source>The rules are set by your congress office ({office}); its packages bring them here.</source>
        <translation>规则由上级人大（{office}）确定，随交换包下发到本站；本站只能查看。</translation>
    </message>
    <message>
        <source>There is a version {version} already. Give the new one its own name.</source>
        <translation>版本 {version} 已存在，请为新方案另取版本名。</translation>
    </message>
    <message>
        <source>This deputy is no longer on the list. Refresh it.</source>
        <translation>名单上已没有这位代表，请刷新名单。</translation>
    </message>
    <message>
        <source>This desk has lost its own site record. Run check.</source>
        <translation>此工作台缺少自身的站点记录，请运行检查。</translation>
    </message>
    <message>
        <source>“{list}” is kept by the staff of your station or office. Ask them to change it.</source>
        <translation>“{list}”由联络站或人大机关的工作人员维护，请联系他们修改。</translation>
    </message>
</context>
<context>
    <name>official</name>
    <message>
        <source>{number} is given to {other} already.</source>
        <translation>{number} 已编给 {other}。</translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>Stopped before the end; what was written stays.</source>
        <translation>已中途停止，写出的保留。</translation>
    </message>
    <message>
        <source>Writing package {number} of {total}, for {site}</source>
        <translation>正在写第 {number} 个包，共 {total} 个，给 {site}</translation>
    </message>
    <message>
        <source>{count} could not be written. {name}: {reason}</source>
        <translation>{count} 个没有写成。{name}：{reason}</translation>
    </message>
    <message>
        <source>{count} packages written: {changes} changes.</source>
        <translation>已写出 {count} 个包，共 {changes} 处变更。</translation>
    </message>
</context>
<context>
    <name>package</name>
    <message>
        <source>The file holds more than {limit} changes; ask for it in parts.</source>
        <translation>文件中的变动超过 {limit} 条，请对方分次发送。</translation>
    </message>
    <message>
        <source>The file holds more than {limit} entries; ask for it in parts.</source>
        <translation>文件中的记录超过 {limit} 条，请对方分次发送。</translation>
    </message>
    <message>
        <source>The file is not signed by {site}, in whose name it comes: it was altered on the way or forged. Ask them for it once more.</source>
        <translation>文件以 {site} 的名义发来，却不是其签名：途中被改动或系伪造。请对方重新发送。</translation>
    </message>
    <message>
        <source>The file was written by a newer Station Desk. Update this program, then it imports by itself.</source>
        <translation>文件由更新版本的联络站工作台写成。请更新本程序，更新后会自动导入。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>{name} 无法读取：{why}。</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Visitor or deputy</source>
        <translation>来访人（代表）</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>现由谁办</translation>
    </message>
</context>
<context>
    <name>peers</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It holds {count} entries less than it said before: perhaps a backup was put back there. Your next package contains them.</source>
        <translation>对方比以前少 {count} 条记录，可能恢复过备份。您的下一个包会补齐。</translation>
    </message>
    <message>
        <source>It sends its files here, as to the office above it, and goes on from what is not here. Write it a receipt alone: its next file then contains everything.</source>
        <translation>该单位把文件报送到这里，视本单位为上级，但文件所接续的内容这里没有。请单独给它写一份回执，它的下一份文件就会包含全部内容。</translation>
    </message>
    <message>
        <source>It still lacks {count} attached files; they go with the next packages.</source>
        <translation>对方还缺 {count} 个附件，会随之后的包带去。</translation>
    </message>
    <message>
        <source>Not confirmed: {count} packages since {day}. Ask for a package or a receipt.</source>
        <translation>自 {day} 起有 {count} 个包未获确认。请对方发一个包或回执。</translation>
    </message>
    <message>
        <source>Nothing came or went for {days} days. Ask whether a file got lost.</source>
        <translation>已 {days} 天无来往。请问一下是否有文件遗失。</translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>还没有收到</translation>
    </message>
    <message>
        <source>Nothing sent, nothing received.</source>
        <translation>没有寄过，也没有收到过。</translation>
    </message>
    <message>
        <source>Package {number} has arrived and contains it; nothing to ask for.</source>
        <translation>第 {number} 包已到，内含所缺内容，无需补送</translation>
    </message>
    <message>
        <source>Package {number} has arrived, and goes on from one that is not here. Send them a package: their next one contains everything.</source>
        <translation>第 {number} 包已到，但它接续的包不在本机。请发一个包给对方：对方的下一个包会补齐全部内容。</translation>
    </message>
    <message>
        <source>Received up to package {number}</source>
        <translation>已收到第 {number} 包</translation>
    </message>
    <message>
        <source>What it holds differs from here: {kinds} of {months}. The next package contains it again, and asks for theirs.</source>
        <translation>对方与本机的内容不同：{months} 的{kinds}。下一个包会重新带去，并请对方重发。</translation>
    </message>
    <message>
        <source>What it holds still differs from here after being sent again: {kinds} of {months}. Telephone them, and compare with “digest”.</source>
        <translation>重发后内容仍不同：{months} 的{kinds}。请电话联系，并用“digest”核对。</translation>
    </message>
    <message>
        <source>Your package {number} never arrived there; the next one contains it.</source>
        <translation>您的第 {number} 包对方没有收到，下一个包已包含它。</translation>
    </message>
    <message>
        <source>desk copied</source>
        <translation>工作台被复制</translation>
    </message>
    <message>
        <source>did not get package {number}</source>
        <translation>未收到第 {number} 包</translation>
    </message>
    <message>
        <source>holds less than before: restored?</source>
        <translation>内容比以前少：恢复过备份？</translation>
    </message>
    <message>
        <source>holds something else</source>
        <translation>内容不同</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>its file waits</source>
        <translation>文件在等待</translation>
    </message>
    <message>
        <source>no exchange yet</source>
        <translation>尚未往来</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>nothing for {days} days</source>
        <translation>{days} 天无来往</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>还没有寄出</translation>
    </message>
    <message>
        <source>package {numbers} missing</source>
        <translation>缺第 {numbers} 包</translation>
    </message>
    <message>
        <source>sent up to {number}</source>
        <translation>已寄出第 {number} 包</translation>
    </message>
    <message>
        <source>{count} changes from there are known by their digests alone: they are not for this desk, or were taken out here.</source>
        <translation>从对方来的有 {count} 处修改只有摘要：不属于本机，或已从本机移除。</translation>
    </message>
    <message>
        <source>{received}, {sent}</source>
        <translation>{received}，{sent}</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>A viewer enters nobody. Ask somebody who works at this desk.</source>
        <translation>只读身份不能登记人员。请找在这个工作台工作的人。</translation>
    </message>
    <message>
        <source>As {role} one enters nobody at this desk.</source>
        <translation>以{role}身份不能在这个工作台登记人员。</translation>
    </message>
    <message>
        <source>At this desk one is: {roles}.</source>
        <translation>这个工作台的身份有：{roles}。</translation>
    </message>
    <message>
        <source>Give the name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>Somebody must remain who may write: enter them first.</source>
        <translation>必须至少有一位能办理的人，请先登记他。</translation>
    </message>
    <message>
        <source>Somebody of this name is entered already.</source>
        <translation>这个姓名已经登记过。</translation>
    </message>
    <message>
        <source>Works here no more</source>
        <translation>不再在此工作</translation>
    </message>
    <message>
        <source>You are at work as a viewer, who only reads, prints and exports.</source>
        <translation>您现在是只读身份，只能查看、打印和导出。</translation>
    </message>
</context>
<context>
    <name>post</name>
    <message>
        <source>Copying {file}</source>
        <translation>正在复制 {file}</translation>
    </message>
    <message>
        <source>Stopped before the end; the rest was not read.</source>
        <translation>已中途停止，其余未读。</translation>
    </message>
    <message>
        <source>{count} wait in the inbox.</source>
        <translation>{count} 个在收件箱等待。</translation>
    </message>
    <message>
        <source>{count} were refused.</source>
        <translation>{count} 个拒收。</translation>
    </message>
    <message>
        <source>{read} packages read, {brought} brought something new: {changes} changes.</source>
        <translation>读取 {read} 个包，{brought} 个带来新内容，共 {changes} 处变更。</translation>
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
    <name>promises</name>
    <message>
        <source>A promise must be due later than today.</source>
        <translation>承诺期限须晚于登记日期。</translation>
    </message>
    <message>
        <source>Say whether the promise was kept.</source>
        <translation>请选择是否兑现。</translation>
    </message>
    <message>
        <source>This promise is judged already. Choose an open one.</source>
        <translation>这项承诺已经认定，请选择未认定的一项。</translation>
    </message>
    <message>
        <source>Write how it was seen that it was kept or not.</source>
        <translation>请写明落实情况和认定依据。</translation>
    </message>
</context>
<context>
    <name>rebuild</name>
    <message>
        <source>A change of entry {n} of the log was altered.</source>
        <translation>日志第 {n} 条中的一项改动被篡改。</translation>
    </message>
    <message>
        <source>Entry {n} of the log is not signed by its writer.</source>
        <translation>日志第 {n} 条的签名不是其作者的。</translation>
    </message>
    <message>
        <source>Entry {n} of the log lacks changes.</source>
        <translation>日志第 {n} 条缺少改动。</translation>
    </message>
    <message>
        <source>Entry {n} of the log was altered: its hash does not fit.</source>
        <translation>日志第 {n} 条被篡改：校验值不符。</translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation>正在读取日志</translation>
    </message>
    <message>
        <source>The log of replica {replica} has a hole at {seq}.</source>
        <translation>副本 {replica} 的日志在第 {seq} 条缺失。</translation>
    </message>
    <message>
        <source>The marks of conflicts differ from the log.</source>
        <translation>冲突标记与日志不一致。</translation>
    </message>
    <message>
        <source>The search index differs from the log.</source>
        <translation>搜索索引与日志不一致。</translation>
    </message>
    <message>
        <source>{count} changes of the log belong to no entry.</source>
        <translation>日志中有 {count} 项改动不属于任何一条。</translation>
    </message>
    <message>
        <source>{count} rows of “{table}” differ from the log.</source>
        <translation>“{table}”表有 {count} 行与日志不一致。</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>{name} says again that it holds entries of this desk which are not here, and has not shown any. If this desk was put back from a backup, send {name} a package: what is missing then comes back. If it was not, telephone {name}.</source>
        <translation>{name}再次称其持有本台的若干记录，而本台没有这些记录，对方也未提供。如本台确曾由备份恢复，请向{name}发送一个数据包，缺失的记录随后会传回；如未恢复过，请致电{name}核实。</translation>
    </message>
</context>
<context>
    <name>redaction</name>
    <message>
        <source>Only matters, what hangs on them, and visitors are erased for good.</source>
        <translation>只有事项、事项所属记录和来访人可以永久删除。</translation>
    </message>
    <message>
        <source>Only the head of a station, or staff of a congress office, erases for good. You can void it.</source>
        <translation>只有站长或人大机关工作人员可以永久删除。您可以将其作废。</translation>
    </message>
    <message>
        <source>Say in a few words why it is erased, without what is erased.</source>
        <translation>请简要写明删除理由，不要写出所删内容。</translation>
    </message>
    <message>
        <source>There is no such record here, or it was erased already.</source>
        <translation>本机没有这条记录，或已被删除。</translation>
    </message>
    <message>
        <source>{count} records that were erased for good by the office that made them, or the one above it, were erased here too.</source>
        <translation>有 {count} 条记录已由登记单位或其上级永久删除，本机也已同时删除。</translation>
    </message>
    <message>
        <source>{site} entered this record: only they, or the office right above them, can erase it for good.</source>
        <translation>这条记录由 {site} 登记：只有该单位或其直接上级可以永久删除。</translation>
    </message>
</context>
<context>
    <name>replies</name>
    <message>
        <source>A promise must be due after the reply: {day}.</source>
        <translation>承诺期限 {day} 早于答复日期。</translation>
    </message>
    <message>
        <source>Promises belong to a suggestion's reply. Leave them out here.</source>
        <translation>承诺事项只随建议答复登记，此处请勿填写。</translation>
    </message>
    <message>
        <source>Say what is promised.</source>
        <translation>请填写承诺事项。</translation>
    </message>
    <message>
        <source>{number} does not wait for this unit's answer. Take it off.</source>
        <translation>{number} 不在等待该单位答复，请从一并答复中去掉。</translation>
    </message>
</context>
<context>
    <name>reply sheet</name>
    <message>
        <source>A promise has a day, but no words.</source>
        <translation>有一项承诺填了时限，但没有内容。</translation>
    </message>
    <message>
        <source>A promise has no day by which it is kept.</source>
        <translation>有一项承诺没有完成时限。</translation>
    </message>
    <message>
        <source>A reply sheet is saved as .xlsx or .docx.</source>
        <translation>回复单只能保存为 .xlsx 或 .docx。</translation>
    </message>
    <message>
        <source>Both a reply and a reason for returning it are filled in. Ask the unit which holds.</source>
        <translation>答复和退回理由都填了，请向承办单位问明以哪个为准。</translation>
    </message>
    <message>
        <source>Give the day of the reply.</source>
        <translation>请填写答复日期。</translation>
    </message>
    <message>
        <source>It is returned after the last day for that ({day}).</source>
        <translation>退回日期已过退回期限（{day}）。</translation>
    </message>
    <message>
        <source>No hand-over on this desk has the return number {number}. Its sheet was made at another office, or the package that brings the hand-over has not arrived.</source>
        <translation>本工作台没有回执编号为 {number} 的交办。回复单可能由其他机关发出，或带来该交办的交换包尚未到达。</translation>
    </message>
    <message>
        <source>Say why it is returned.</source>
        <translation>请说明退回理由。</translation>
    </message>
    <message>
        <source>That day has not come yet.</source>
        <translation>该日期还没有到。</translation>
    </message>
    <message>
        <source>That is before it was handed over ({day}).</source>
        <translation>早于交办日期（{day}）。</translation>
    </message>
    <message>
        <source>The class of the reply is not chosen.</source>
        <translation>未选择办理结果类别。</translation>
    </message>
    <message>
        <source>The matter was closed on {day}.</source>
        <translation>该事项已于 {day} 办结。</translation>
    </message>
    <message>
        <source>The reply is dated after the day it was due ({day}).</source>
        <translation>答复日期已过答复期限（{day}）。</translation>
    </message>
    <message>
        <source>The return number “{number}” was altered or mistyped: its check characters do not fit. Compare it with the sheet that was sent.</source>
        <translation>回执编号“{number}”校验不符，可能被改动或录错，请与发出的回复单核对。</translation>
    </message>
    <message>
        <source>The sheet has no return number any more. Type it in from the sheet that was sent.</source>
        <translation>回复单上已没有回执编号，请按发出的回复单手工录入。</translation>
    </message>
    <message>
        <source>The sheet names “{named}”, but “{unit}” has the matter.</source>
        <translation>回复单上写的是“{named}”，而承办单位是“{unit}”。</translation>
    </message>
    <message>
        <source>The sheet shows the number {shown}, but was made for {meant}. Somebody filled the sheet of another matter; ask the unit which one is meant.</source>
        <translation>回复单上的编号是 {shown}，但此文件是为 {meant} 制作的，可能填错了单。请向承办单位问明是哪一件。</translation>
    </message>
    <message>
        <source>The text of the reply is empty.</source>
        <translation>答复内容是空的。</translation>
    </message>
    <message>
        <source>This hand-over is no longer here. Refresh the list.</source>
        <translation>此项交办已不存在，请刷新列表。</translation>
    </message>
    <message>
        <source>This sheet was made at {site}, and its hand-over {number} has not arrived here. Send the sheet there, or take in their package first.</source>
        <translation>此回复单由 {site} 发出，其交办（{number}）尚未到达本工作台。请转交该机关，或先接收其交换包。</translation>
    </message>
    <message>
        <source>This unit handed the matter back already.</source>
        <translation>该单位已退回此事项。</translation>
    </message>
    <message>
        <source>This unit replied on {day} already. To take another reply, let it be handled again first.</source>
        <translation>该单位已于 {day} 答复。要登记新的答复，请先办理“重新办理”。</translation>
    </message>
    <message>
        <source>{path} could not be written: {error}</source>
        <translation>{path} 无法写入：{error}</translation>
    </message>
    <message>
        <source>“{name}” is an old Word file, or protected by a password. Open it in Word or WPS and save it as docx without a password.</source>
        <translation>“{name}”是旧版 Word 文件，或有密码保护。请在 Word 或 WPS 中打开，取消密码并另存为 docx。</translation>
    </message>
    <message>
        <source>“{name}” is no Word file (docx), or it is damaged. Open it in Word or WPS and save it as docx.</source>
        <translation>“{name}”不是 Word 文件（docx），或已损坏。请在 Word 或 WPS 中打开并另存为 docx。</translation>
    </message>
    <message>
        <source>“{name}” is no reply sheet of this program: it has no return number. To type in a letter, open the matter and record the reply there.</source>
        <translation>“{name}”不是本程序的办理回复单：没有回执编号。如是来函，请打开该事项登记答复。</translation>
    </message>
    <message>
        <source>“{name}” is too large for a reply sheet: at most {megabytes} MB.</source>
        <translation>“{name}”太大，回复单不超过 {megabytes} MB。</translation>
    </message>
    <message>
        <source>“{number}” is no return number. It has twelve letters and digits, such as 7KQ4-9XMD-R2TF.</source>
        <translation>“{number}”不是回执编号。回执编号由十二个字母和数字组成，如 7KQ4-9XMD-R2TF。</translation>
    </message>
    <message>
        <source>“{value}” is no way of contact known here. Choose one.</source>
        <translation>“{value}”不是可选的沟通方式，请选择。</translation>
    </message>
    <message>
        <source>“{value}” may mean two different days. Ask the unit; write it like 2026-05-03.</source>
        <translation>“{value}”可能是两个不同的日期。请问明承办单位，写成 2026-05-03 这样。</translation>
    </message>
    <message>
        <source>“{value}” names no single class. Choose one.</source>
        <translation>“{value}”不能确定是哪一类，请选择。</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>A filled workbook is saved as xlsx. Choose another file name.</source>
        <translation>填好的表格保存为 xlsx，请换一个文件名。</translation>
    </message>
    <message>
        <source>A template takes at most {most} lines. Choose a shorter period or one station.</source>
        <translation>自备表格最多填 {most} 行。请缩短时段或只选一个站点。</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Not filled, as the report has nothing of that name: {names}.</source>
        <translation>以下名称本报表没有，未填写：{names}。</translation>
    </message>
    <message>
        <source>Not kept from the template: {parts}.</source>
        <translation>原表格中以下内容没有保留：{parts}。</translation>
    </message>
    <message>
        <source>The filled file would replace the template itself. Choose another file name.</source>
        <translation>填好的文件会替换模板本身，请换一个文件名。</translation>
    </message>
    <message>
        <source>The printer does not answer. Is it switched on?</source>
        <translation>打印机没有响应。请检查打印机是否已开机。</translation>
    </message>
    <message>
        <source>The printer stopped. Look at it, then print again.</source>
        <translation>打印机已停止。请检查后重新打印。</translation>
    </message>
    <message>
        <source>There is no report called “{name}”. There are: {names}.</source>
        <translation>没有名为“{name}”的报表。现有：{names}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. Close the file if it is open, or choose another folder.</source>
        <translation>{path} 无法写入：{why}。如已打开请先关闭，或者另选文件夹。</translation>
    </message>
    <message>
        <source>“{name}” cannot serve as a template: only an xlsx workbook can. Open it in Excel or WPS and save it as xlsx.</source>
        <translation>“{name}”不能用作模板，模板只能是 xlsx 表格。请用 Excel 或 WPS 打开后另存为 xlsx。</translation>
    </message>
    <message>
        <source>“{name}” contains macros. They would be lost, so it is not filled. Save it as an xlsx workbook without macros and choose that.</source>
        <translation>“{name}”含有宏，填写后会丢失，因此没有填写。请另存为不含宏的 xlsx 表格再选。</translation>
    </message>
    <message>
        <source>“{name}” names no cell that this report fills. Name its cells first: the names there are stand in the example.</source>
        <translation>“{name}”里没有本报表能填的命名单元格。请先给单元格命名，可用的名称见样例。</translation>
    </message>
    <message>
        <source>“{title}” is a form: only tables fill a template.</source>
        <translation>“{title}”是表单，只有统计表可以填入自备表格。</translation>
    </message>
    <message>
        <source>“{title}” is about one record. Say which one it is for.</source>
        <translation>“{title}”针对一条记录。请指明是哪一条。</translation>
    </message>
    <message>
        <source>“{title}” is made as {formats}, not as “{suffix}”. Choose another file name.</source>
        <translation>“{title}”只能做成 {formats}，不能做成“{suffix}”。请换一个文件名。</translation>
    </message>
    <message>
        <source>“{title}” is not for you as {role}. It is for: {roles}.</source>
        <translation>您的角色（{role}）不能用《{title}》。可用的角色：{roles}。</translation>
    </message>
    <message>
        <source>“{title}” needs a period. Give its first and last month.</source>
        <translation>“{title}”需要时段。请填起止月份。</translation>
    </message>
</context>
<context>
    <name>reveal</name>
    <message>
        <source>No telephone number was left with this matter.</source>
        <translation>此事项没有留下电话。</translation>
    </message>
    <message>
        <source>Nobody was written down with this matter.</source>
        <translation>这件事项没有登记来访人。</translation>
    </message>
    <message>
        <source>Say why names and numbers are needed in full.</source>
        <translation>请说明不遮盖姓名、电话的用途。</translation>
    </message>
</context>
<context>
    <name>rowreport</name>
    <message>
        <source>The folder {folder} does not exist. Create it first.</source>
        <translation>文件夹 {folder} 不存在，请先建立。</translation>
    </message>
    <message>
        <source>The report of the rows is a workbook: give it a name that ends in .xlsx.</source>
        <translation>逐行报告是 Excel 文件，文件名请以 .xlsx 结尾。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Close it if it is open elsewhere.</source>
        <translation>无法写入 {path}。如已在别处打开，请先关闭。</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>A whole number from 0 to {most}, please.</source>
        <translation>请填 0 至 {most} 的整数。</translation>
    </message>
    <message>
        <source>A whole number from 1 to {most}, please.</source>
        <translation>请填 1 至 {most} 的整数。</translation>
    </message>
    <message>
        <source>At least one must stay.</source>
        <translation>至少保留一项。</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>请从列出的项中选择。</translation>
    </message>
    <message>
        <source>Choose what is counted.</source>
        <translation>请选择单位。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>It {mistake}.</source>
        <translation>写法{mistake}。</translation>
    </message>
    <message>
        <source>Line {n}: write the letter, a space and its meaning.</source>
        <translation>第 {n} 行：请写字母、空格和含义。</translation>
    </message>
    <message>
        <source>Line {n}: {mistake}</source>
        <translation>第 {n} 行：{mistake}</translation>
    </message>
    <message>
        <source>No holidays can be proposed for {year}.</source>
        <translation>{year} 年的放假安排无法给出建议。</translation>
    </message>
    <message>
        <source>Nothing differs from the version in force.</source>
        <translation>与现行版本没有差别。</translation>
    </message>
    <message>
        <source>Say where this is written, or that it is your own.</source>
        <translation>请写明依据出处；没有公开依据的，写明由本级确定。</translation>
    </message>
    <message>
        <source>The rules are written in a way this form cannot edit. Edit their text instead.</source>
        <translation>规则文本的写法不能在此修改，请直接改规则文本。</translation>
    </message>
    <message>
        <source>The rules {version} of {office} were written by a newer Station Desk, and this program cannot read them. Until it is updated, {kept} holds here.</source>
        <translation>{office}的规则方案 {version} 由较新版本的程序编制，本机程序无法读取。更新程序之前，本机仍按 {kept} 执行。</translation>
    </message>
    <message>
        <source>The version {version} is not here.</source>
        <translation>本机没有版本 {version}。</translation>
    </message>
    <message>
        <source>The version {version} was written by a newer Station Desk. Update this program to see it.</source>
        <translation>方案 {version} 由较新版本的程序编制，请更新本机程序后查看。</translation>
    </message>
    <message>
        <source>There is a sign here that cannot be written.</source>
        <translation>含有无法保存的字符。</translation>
    </message>
    <message>
        <source>There is no such term in the rules any more.</source>
        <translation>规则里已没有这项期限。</translation>
    </message>
    <message>
        <source>There is one of this name already.</source>
        <translation>已有同名的一项。</translation>
    </message>
    <message>
        <source>What you change here would begin from an older version and take the place of {version}. Update this program first.</source>
        <translation>在此修改将以旧方案为底稿，并取代 {version}。请先更新本机程序。</translation>
    </message>
    <message>
        <source>Write at least one holiday.</source>
        <translation>至少写一个假期。</translation>
    </message>
    <message>
        <source>Write at least two classes.</source>
        <translation>至少写两类。</translation>
    </message>
    <message>
        <source>Write at least two verdicts.</source>
        <translation>至少写两个等次。</translation>
    </message>
    <message>
        <source>Write how the number looks.</source>
        <translation>请填写编号写法。</translation>
    </message>
    <message>
        <source>Write the hint.</source>
        <translation>请填写提示语。</translation>
    </message>
    <message>
        <source>Write the words that call this hint.</source>
        <translation>请填写触发提示的词。</translation>
    </message>
    <message>
        <source>Write what the visitor is told.</source>
        <translation>请填写告知来访人的话。</translation>
    </message>
    <message>
        <source>a day lies outside {year}.</source>
        <translation>有日期不在 {year} 年内。</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>days worked are weekend days outside the holiday.</source>
        <translation>补班日应为假期以外的周六、周日。</translation>
    </message>
    <message>
        <source>it ends before it begins.</source>
        <translation>结束日早于开始日。</translation>
    </message>
    <message>
        <source>there is no such day; check month and day.</source>
        <translation>没有这一天，请核对月、日。</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>write a name, the first and the last day, then the days worked.</source>
        <translation>请依次写名称、起止日、补班日。</translation>
    </message>
    <message>
        <source>{code} stands here twice.</source>
        <translation>{code} 重复了。</translation>
    </message>
    <message>
        <source>{name} cannot be read. Choose a rules file (.toml).</source>
        <translation>{name} 无法读取，请选择规则文件（.toml）。</translation>
    </message>
    <message>
        <source>{name} cannot be written there. Choose another folder.</source>
        <translation>{name} 无法写入，请换一个文件夹。</translation>
    </message>
    <message>
        <source>{name} is too large to be rules.</source>
        <translation>{name} 太大，不是规则文件。</translation>
    </message>
    <message>
        <source>{track} ({steps})</source>
        <translation>{track}（{steps}）</translation>
    </message>
    <message>
        <source>“{longer}” ({n}) would be shorter than “{term}” ({m}).</source>
        <translation>“{longer}”（{n}）会短于“{term}”（{m}）。</translation>
    </message>
    <message>
        <source>“{word}” is not a verdict. There are {known}.</source>
        <translation>“{word}”不是评价等次，可用：{known}。</translation>
    </message>
</context>
<context>
    <name>sealing</name>
    <message>
        <source>A key to encrypt for is none of age's. Ask for it once more.</source>
        <translation>加密用的公钥不是 age 公钥，请对方重新提供。</translation>
    </message>
    <message>
        <source>No key of {site} to encrypt for is known here. Take in a package from them first, or give a passphrase.</source>
        <translation>本机没有 {site} 的加密公钥。请先导入对方的文件包，或改用口令。</translation>
    </message>
    <message>
        <source>With a passphrase a file may have 64 MB; encrypt it for the recipient's key instead.</source>
        <translation>用口令加密的文件最大 64 MB；请改用对方的公钥加密。</translation>
    </message>
    <message>
        <source>{name} does not open with this passphrase. Type it once more, or ask the sender for it.</source>
        <translation>此口令打不开 {name}。请重新输入，或向发送人询问。</translation>
    </message>
    <message>
        <source>{name} is encrypted, and not for this desk. Give its passphrase if it has one; else ask the sender for a file encrypted for this desk.</source>
        <translation>{name} 已加密，且不是加密给本机的。如有口令请输入；否则请对方重新加密给本机。</translation>
    </message>
</context>
<context>
    <name>set aside</name>
    <message>
        <source>Set aside, as another value was written at the same time: {count}. The history keeps them. {first}.</source>
        <translation>两处同时填写，{count} 项值未采用，历史里都保留：{first}。</translation>
    </message>
    <message>
        <source>Set aside, as another value was written at the same time: {count}. The history keeps them. {first}; and {more} more.</source>
        <translation>两处同时填写，{count} 项值未采用，历史里都保留：{first}；另有 {more} 项。</translation>
    </message>
    <message>
        <source>{what}, {field}: “{stands}” stands, not “{aside}” ({who}, {when})</source>
        <translation>{what}，{field}：以“{stands}”为准，未采用“{aside}”（{who}，{when}）</translation>
    </message>
</context>
<context>
    <name>statistics</name>
    <message>
        <source>The period ends before it begins. Give the earlier month first.</source>
        <translation>时段的结束早于开始。请先填较早的月份。</translation>
    </message>
    <message>
        <source>This desk knows no station with the code {code}.</source>
        <translation>本工作台没有代码为 {code} 的站点。</translation>
    </message>
    <message>
        <source>“{month}” is not a month. Write it as 2026-05.</source>
        <translation>“{month}”不是月份。请写成 2026-05。</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>All of them</source>
        <translation>全部承办单位</translation>
    </message>
    <message>
        <source>Attitude in handling</source>
        <translation>办理态度</translation>
    </message>
    <message>
        <source>By</source>
        <translation>反馈人</translation>
    </message>
    <message>
        <source>Can be returned until {day}.</source>
        <translation>最迟可在{day}退回。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>评定机关</translation>
    </message>
    <message>
        <source>Class of the reply</source>
        <translation>答复类别</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Could be returned until {day}: this is late.</source>
        <translation>退回期限为{day}，现已逾期。</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>确定依据</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day and number of the written request, and why</source>
        <translation>书面申请的日期、编号和撤回原因</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>确定机关</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>确定日期</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Deputy who signs</source>
        <translation>签名代表</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>Each is to be reminded {n}× before it is concluded without them.</source>
        <translation>每位代表须催收 {n} 次后，方可在未收回时办结。</translation>
    </message>
    <message>
        <source>Every deputy has returned their form.</source>
        <translation>征询表已全部收回。</translation>
    </message>
    <message>
        <source>Form returned</source>
        <translation>收回日期</translation>
    </message>
    <message>
        <source>Hand-over slips</source>
        <translation>交办单</translation>
    </message>
    <message>
        <source>How</source>
        <translation>反馈方式</translation>
    </message>
    <message>
        <source>How it was seen</source>
        <translation>落实情况</translation>
    </message>
    <message>
        <source>How it was talked over</source>
        <translation>沟通方式</translation>
    </message>
    <message>
        <source>How they were in contact</source>
        <translation>沟通方式</translation>
    </message>
    <message>
        <source>I sign as {name}</source>
        <translation>我以{name}代表的身份签名</translation>
    </message>
    <message>
        <source>In the name of {group}: no number of deputies is needed.</source>
        <translation>以{group}名义提出，不要求联名人数。</translation>
    </message>
    <message>
        <source>In which reply</source>
        <translation>所在答复</translation>
    </message>
    <message>
        <source>Kept or not</source>
        <translation>兑现情况</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>领衔督办人</translation>
    </message>
    <message>
        <source>May be left empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Name, or initials</source>
        <translation>姓名或拼音首字母</translation>
    </message>
    <message>
        <source>New due day</source>
        <translation>延期至</translation>
    </message>
    <message>
        <source>Nominated by</source>
        <translation>推荐单位（人）</translation>
    </message>
    <message>
        <source>Nomination</source>
        <translation>推荐项目</translation>
    </message>
    <message>
        <source>Not given yet</source>
        <translation>尚未评价</translation>
    </message>
    <message>
        <source>Not returned:</source>
        <translation>未收回：</translation>
    </message>
    <message>
        <source>Note (may be left empty)</source>
        <translation>说明（可不填）</translation>
    </message>
    <message>
        <source>Of the same content: handled together with</source>
        <translation>内容相同，并案办理</translation>
    </message>
    <message>
        <source>Official number</source>
        <translation>正式编号</translation>
    </message>
    <message>
        <source>Opinion in detail</source>
        <translation>具体意见</translation>
    </message>
    <message>
        <source>Print the notice</source>
        <translation>打印告知单</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>推荐理由</translation>
    </message>
    <message>
        <source>Remind them</source>
        <translation>去催收</translation>
    </message>
    <message>
        <source>Result of handling</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Round {n}: {about}</source>
        <translation>第 {n} 轮：{about}</translation>
    </message>
    <message>
        <source>Save the reply sheets…</source>
        <translation>保存回复单…</translation>
    </message>
    <message>
        <source>Series between sessions</source>
        <translation>闭会期间编号</translation>
    </message>
    <message>
        <source>Series of motions</source>
        <translation>议案编号</translation>
    </message>
    <message>
        <source>Series of the session</source>
        <translation>会议期间编号</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会议届次</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Signed: {names}</source>
        <translation>已签名：{names}</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Still to be told: {names}</source>
        <translation>尚未反馈：{names}</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Text of the co-opinion</source>
        <translation>会办意见</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>审议结果报告</translation>
    </message>
    <message>
        <source>The matter it is the same as</source>
        <translation>并入哪一件</translation>
    </message>
    <message>
        <source>The same letter also answers</source>
        <translation>同一答复函还答复</translation>
    </message>
    <message>
        <source>Their verdict</source>
        <translation>群众评价</translation>
    </message>
    <message>
        <source>They are left out of the rate, and shown.</source>
        <translation>这些代表不计入满意率，另行列明。</translation>
    </message>
    <message>
        <source>This desk is not tied to a deputy yet.</source>
        <translation>本工作台尚未与代表本人绑定。</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>To be kept by</source>
        <translation>新的兑现期限</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>反馈对象</translation>
    </message>
    <message>
        <source>To {day} at most.</source>
        <translation>最迟可延至{day}。</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>反馈日期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Unit that replied</source>
        <translation>答复单位</translation>
    </message>
    <message>
        <source>Unit: {unit}</source>
        <translation>承办单位：{unit}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Visitor's verdict</source>
        <translation>群众评价</translation>
    </message>
    <message>
        <source>What is asked (may be left empty)</source>
        <translation>督办要求（可不填）</translation>
    </message>
    <message>
        <source>What is asked of them</source>
        <translation>办理要求</translation>
    </message>
    <message>
        <source>What is nominated</source>
        <translation>推荐类别</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>What it promises, and by when</source>
        <translation>承诺事项和完成期限</translation>
    </message>
    <message>
        <source>What the meeting decided</source>
        <translation>会议决定</translation>
    </message>
    <message>
        <source>What the meeting settled</source>
        <translation>会商结果</translation>
    </message>
    <message>
        <source>What was done, or why</source>
        <translation>情况或理由</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>反馈内容</translation>
    </message>
    <message>
        <source>What was talked over</source>
        <translation>沟通内容</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>应去何处</translation>
    </message>
    <message>
        <source>Which unit is this for?</source>
        <translation>请选择承办单位</translation>
    </message>
    <message>
        <source>Whose form is out</source>
        <translation>未收回征询表的代表</translation>
    </message>
    <message>
        <source>Why dissatisfied</source>
        <translation>不满意的原因</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}前</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>not asked in this round</source>
        <translation>本轮不征询</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>未认定</translation>
    </message>
    <message>
        <source>not reminded yet</source>
        <translation>尚未催收</translation>
    </message>
    <message>
        <source>on the sheet, not signed yet</source>
        <translation>已列名，未签名</translation>
    </message>
    <message>
        <source>reminded {n}×, last on {day}</source>
        <translation>已催收 {n} 次，最近一次{day}</translation>
    </message>
    <message>
        <source>told</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>{n} of {needed} deputies have signed.</source>
        <translation>已有 {n} 名代表签名，须 {needed} 名。</translation>
    </message>
</context>
<context>
    <name>stream</name>
    <message>
        <source>A desk does not export to itself. Choose the other site.</source>
        <translation>不能导出给自己，请选择对方。</translation>
    </message>
    <message>
        <source>Collecting what {site} has not seen</source>
        <translation>正在整理 {site} 还没有的内容</translation>
    </message>
    <message>
        <source>No site with the code {code} is known here. Import its first package, or check the code.</source>
        <translation>这里没有代码为 {code} 的站点或机关。请先导入它的第一个包，或核对代码。</translation>
    </message>
    <message>
        <source>The code “{code}” cannot stand in a file: it is not one line of letters and digits. Make a desk with another code, or correct that of the office above in Settings.</source>
        <translation>代码“{code}”不能写入文件：代码须为一行文字或数字。请用别的代码新建工作台；如为上级代码，请在设置中更正。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it first.</source>
        <translation>文件夹 {folder} 不存在，请先建立。</translation>
    </message>
    <message>
        <source>What {code} sent waits for entries that are not here. Write it a receipt alone: its next file then contains everything, and packages can go there again.</source>
        <translation>{code} 报来的文件在等待这里没有的记录。请单独给它写一份回执：它的下一份文件会包含全部内容，此后即可照常向它发送交换包。</translation>
    </message>
    <message>
        <source>{code} is neither above nor below this desk. Send to your own parent, which passes it on.</source>
        <translation>{code} 既不是本工作台的上级也不是下级。请发给上级，由上级转发。</translation>
    </message>
</context>
<context>
    <name>striking</name>
    <message>
        <source>{count} entries of a desk that was struck off had been taken in before; they no longer count and were removed here.</source>
        <translation>有 {count} 条记录来自已注销的工作台，此前已导入；它们不再有效，已从本台移除。</translation>
    </message>
</context>
<context>
    <name>suggestion</name>
    <message>
        <source>Does not count: two forms of this round came back. The one from the deputy's own desk counts, else the last recorded.</source>
        <translation>不计入：本轮收回两份征询意见，以代表本人工作台填写的为准；都不是的，以最后登记的为准。</translation>
    </message>
    <message>
        <source>No opinion recorded</source>
        <translation>未登记会办意见</translation>
    </message>
    <message>
        <source>Not returned</source>
        <translation>未收回</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Reminded {n}×</source>
        <translation>已催收 {n} 次</translation>
    </message>
    <message>
        <source>left out of the rate</source>
        <translation>不计入满意率</translation>
    </message>
    <message>
        <source>{day} opinion: {said}</source>
        <translation>{day}会办意见：{said}</translation>
    </message>
    <message>
        <source>{day} replied</source>
        <translation>{day}答复</translation>
    </message>
    <message>
        <source>{day} replied, class {letter}</source>
        <translation>{day}答复，{letter} 类</translation>
    </message>
    <message>
        <source>{day} returned: {reason}</source>
        <translation>{day}退回：{reason}</translation>
    </message>
    <message>
        <source>{day}, extended</source>
        <translation>{day}（延期）</translation>
    </message>
    <message>
        <source>{number}: {said}</source>
        <translation>{number}：{said}</translation>
    </message>
    <message>
        <source>{said}; now {units}</source>
        <translation>{said}；改由{units}承办</translation>
    </message>
    <message>
        <source>{verdict}, another set aside</source>
        <translation>{verdict}，另一份未采用</translation>
    </message>
</context>
<context>
    <name>suggestions</name>
    <message>
        <source>At your own desk you sign for yourself alone.</source>
        <translation>在自己的工作台上只能为自己签名。</translation>
    </message>
    <message>
        <source>Choose one of the deputies who signed.</source>
        <translation>请选择一位署名代表。</translation>
    </message>
    <message>
        <source>Choose the deputy who raises it.</source>
        <translation>请选择提出建议的代表。</translation>
    </message>
    <message>
        <source>Choose the deputy who signs.</source>
        <translation>请选择签名的代表。</translation>
    </message>
    <message>
        <source>Choose the verdict on the attitude.</source>
        <translation>请选择对办理态度的评价。</translation>
    </message>
    <message>
        <source>Choose the verdict on the result.</source>
        <translation>请选择对办理结果的意见。</translation>
    </message>
    <message>
        <source>Enter the official number.</source>
        <translation>请填写正式编号。</translation>
    </message>
    <message>
        <source>It has been submitted: the text is fixed. Ask the office to send it back.</source>
        <translation>建议已提交，内容不能再改，请联系人大机关退回修改。</translation>
    </message>
    <message>
        <source>Suggestion {number} is completed.</source>
        <translation>建议 {number} 已办结。</translation>
    </message>
    <message>
        <source>Taken off the sheet before submission</source>
        <translation>提交前已从建议纸上移除</translation>
    </message>
    <message>
        <source>This deputy has signed already.</source>
        <translation>这位代表已经签名。</translation>
    </message>
    <message>
        <source>This desk is not tied to a deputy yet. Ask the station to enter its code with you.</source>
        <translation>这个工作台还没有对应到代表。请联络站在您的名录中填写工作台代码。</translation>
    </message>
    <message>
        <source>This suggestion is no longer here. Refresh the list.</source>
        <translation>该建议已不在此处，请刷新列表。</translation>
    </message>
    <message>
        <source>Write why the deputy is dissatisfied.</source>
        <translation>请写明代表不满意的原因。</translation>
    </message>
    <message>
        <source>{name} has already given a verdict on this reply.</source>
        <translation>{name}已对此次答复提出意见。</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Answered on the spot</source>
        <translation>当场答复</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Nothing falls due after today.</source>
        <translation>今天以后没有到期的事项。</translation>
    </message>
    <message>
        <source>Reception today</source>
        <translation>今天接待</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>{n} fall due</source>
        <translation>{n} 件到期</translation>
    </message>
    <message>
        <source>{n} matters</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>{n} visits, {people} people</source>
        <translation>{n} 批 {people} 人</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>A made-up year: {matters} matters, {open} open, {overdue} overdue, {soon} due within seven days.</source>
        <translation>虚构的一年：共 {matters} 件，在办 {open} 件，逾期 {overdue} 件，七日内到期 {soon} 件。</translation>
    </message>
    <message>
        <source>Both desks hold the same casework (equal digests), and both check out.</source>
        <translation>两边记录一致（摘要值相同），核对均无误。</translation>
    </message>
    <message>
        <source>Each deputy gave a verdict on attitude and on result; the suggestion: {stage}.</source>
        <translation>每位代表分别评价办理态度和结果；建议：{stage}。</translation>
    </message>
    <message>
        <source>Feedback slip printed.</source>
        <translation>打印办理情况反馈单。</translation>
    </message>
    <message>
        <source>Hand-over slips printed, one a unit.</source>
        <translation>打印转办单，每个单位一页。</translation>
    </message>
    <message>
        <source>Ledger and monthly table made.</source>
        <translation>生成台账和站点月报。</translation>
    </message>
    <message>
        <source>Overdue list and a deputy's matters printed.</source>
        <translation>打印逾期清单和代表事项清单。</translation>
    </message>
    <message>
        <source>Package {number} for the town: {changes} changes; the town's preview: {new} new, {changed} changed, {conflicts} conflicts.</source>
        <translation>给镇街的第 {number} 包：{changes} 条变更；镇街预览：新增 {new}，变更 {changed}，冲突 {conflicts}。</translation>
    </message>
    <message>
        <source>Registration form printed.</source>
        <translation>打印接待群众登记表。</translation>
    </message>
    <message>
        <source>Suggestion sheet printed.</source>
        <translation>打印代表建议专用纸。</translation>
    </message>
    <message>
        <source>The desks do not agree: {problems}</source>
        <translation>两边记录不一致：{problems}</translation>
    </message>
    <message>
        <source>The result came back to the station, which shows it: {stage}.</source>
        <translation>结果回到站点，显示为：{stage}。</translation>
    </message>
    <message>
        <source>The suggestion is checked and submitted to the town.</source>
        <translation>建议已核对并提交镇街人大。</translation>
    </message>
    <message>
        <source>The town did not take the package in as it should.</source>
        <translation>镇街未能正确导入数据包。</translation>
    </message>
    <message>
        <source>The town gave it number {number}, handed it over, and recorded the reply, class A.</source>
        <translation>镇街编号 {number}，交办并登记答复，A 类。</translation>
    </message>
    <message>
        <source>The town took it in; taking the same file in again changed nothing.</source>
        <translation>镇街已导入；同一文件再次导入没有任何变化。</translation>
    </message>
    <message>
        <source>The unit signed, was urged and closed the matter; the visitor was told and is satisfied: {stage}.</source>
        <translation>承办单位签收、经催办后办结；已反馈群众，群众满意：{stage}。</translation>
    </message>
    <message>
        <source>The visitor was told and gave their own verdict: {stage}.</source>
        <translation>已反馈来访人，来访人作出评价：{stage}。</translation>
    </message>
    <message>
        <source>Two desks: the station {station} and its town {town}; the town's lists of deputies and units have reached the station.</source>
        <translation>建立两个工作台：{station}和上级{town}；镇街的代表、单位名单已下发到站点。</translation>
    </message>
    <message>
        <source>Visit {number} registered with three matters: one handed over, one answered on the spot, one raised as a suggestion.</source>
        <translation>登记来访 {number}，共三件事项：一件转办，一件当场答复，一件转为代表建议。</translation>
    </message>
    <message>
        <source>{count} pictures: every page, in both languages.</source>
        <translation>生成 {count} 张图片：每个页面，中英文各一份。</translation>
    </message>
    <message>
        <source>{folder} holds other things. Name a new or empty folder.</source>
        <translation>{folder} 里有其他内容。请指定新的或空的文件夹。</translation>
    </message>
</context>
<context>
    <name>tracks</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Also: {steps}</source>
        <translation>也可：{steps}</translation>
    </message>
    <message>
        <source>Can be done: {steps}</source>
        <translation>可办：{steps}</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>各类人员</translation>
    </message>
    <message>
        <source>From the start: {clock}</source>
        <translation>从登记起计：{clock}</translation>
    </message>
    <message>
        <source>Steps: {track}</source>
        <translation>流程图：{track}</translation>
    </message>
    <message>
        <source>any open stage</source>
        <translation>未办结的任一阶段</translation>
    </message>
    <message>
        <source>if dissatisfied</source>
        <translation>不满意时</translation>
    </message>
    <message>
        <source>if dissatisfied again</source>
        <translation>再次不满意时</translation>
    </message>
    <message>
        <source>once every promise is judged</source>
        <translation>全部承诺认定后</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>仍在本阶段</translation>
    </message>
    <message>
        <source>while a promise is open</source>
        <translation>有未了承诺时</translation>
    </message>
    <message>
        <source>{clock}: {term}</source>
        <translation>{clock} {term}</translation>
    </message>
    <message>
        <source>{stages} ({when})</source>
        <translation>{stages}（{when}）</translation>
    </message>
    <message>
        <source>{stage} ({when})</source>
        <translation>{stage}（{when}）</translation>
    </message>
    <message>
        <source>→ {stage}</source>
        <translation>→ {stage}</translation>
    </message>
    <message>
        <source>→ {stage} ({when})</source>
        <translation>→ {stage}（{when}）</translation>
    </message>
</context>
<context>
    <name>undoing</name>
    <message>
        <source>Done again: {what}</source>
        <translation>已恢复：{what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>{said}; left as changed since: {fields}</source>
        <translation>{said}；此后又改过的保留不动：{fields}</translation>
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
        <source>“{field}” is one line, without tabs. Type it anew.</source>
        <translation>“{field}”须为一行，不能有制表符，请重新填写。</translation>
    </message>
    <message>
        <source>“{field}” is {day}; give a year from {first} to {last}.</source>
        <translation>“{field}”为 {day}，年份须在 {first} 年至 {last} 年之间，请核对。</translation>
    </message>
    <message>
        <source>“{field}” is {length} characters long; shorten it to {limit}.</source>
        <translation>“{field}”有 {length} 个字，请缩短到 {limit} 个字以内。</translation>
    </message>
    <message>
        <source>“{field}” is {number}; it goes up to {limit}. Look whether it is a telephone or ID number.</source>
        <translation>“{field}”为 {number}，最大为 {limit}。请核对是否误填了电话或证件号码。</translation>
    </message>
    <message>
        <source>“{value}” is not one of the choices for “{field}”.</source>
        <translation>“{value}”不是“{field}”的可选项。</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>At your own desk you give your own verdict; the others give theirs.</source>
        <translation>在您自己的工作台只能评价您本人的意见，其他代表各自评价。</translation>
    </message>
    <message>
        <source>Not returned yet: {names}. Remind each of them ({n}×) before concluding without.</source>
        <translation>尚未收回：{names}。请先各催收 {n} 次，再不计入办结。</translation>
    </message>
    <message>
        <source>Only the desk that recorded a form takes it back.</source>
        <translation>征询表只能由登记它的工作台撤下。</translation>
    </message>
    <message>
        <source>Say in a sentence why it is taken back.</source>
        <translation>请用一句话写明撤下的理由。</translation>
    </message>
    <message>
        <source>This deputy's form has come back, or is not asked for now.</source>
        <translation>这位代表的征询表已经收回，或本轮不需征询。</translation>
    </message>
    <message>
        <source>This form counts, or is taken back already. Refresh it.</source>
        <translation>这份征询表有效，或已经撤下。请刷新。</translation>
    </message>
</context>
<context>
    <name>welcome</name>
    <message>
        <source>Desk files (*.desk)</source>
        <translation>工作台文件 (*.desk)</translation>
    </message>
    <message>
        <source>Open a desk file</source>
        <translation>打开已有的工作台文件</translation>
    </message>
</context>
<context>
    <name>withdrawal</name>
    <message>
        <source>The file from {office} told of {count} matters that the office above has taken back from here: that was left out, and they will be told.</source>
        <translation>{office}的文件涉及 {count} 件已被上级从本单位收回的事项：这部分内容未予收入，并会告知对方。</translation>
    </message>
    <message>
        <source>{office} has taken back {count} matters that are no longer yours: they were removed here, and can come again with a later package.</source>
        <translation>{office}收回了 {count} 件不再归您的事项：本机已删除，以后可随包再来。</translation>
    </message>
    <message>
        <source>{office} has taken back {count} matters that are no longer yours: what others wrote of them was removed here. Your own entries on {kept} of them are kept.</source>
        <translation>{office}收回了 {count} 件不再归您的事项：别人写的内容已从本机删除；其中 {kept} 件上您自己写的内容保留。</translation>
    </message>
    <message>
        <source>{office} takes back {count} matters that are no longer yours: importing removes here what others wrote of them. Your own entries on {kept} of them are kept.</source>
        <translation>{office}收回 {count} 个不再属于您的事项：导入后，别人写的内容从本机移除；您自己在其中 {kept} 个事项上写的保留。</translation>
    </message>
    <message>
        <source>{office} takes back {count} matters that are no longer yours: importing removes them here. They can come again with a later package.</source>
        <translation>{office}收回 {count} 个不再属于您的事项：导入后从本机移除，以后的包里可以再来。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Congress office</source>
        <translation>人大机关</translation>
    </message>
    <message>
        <source>Deputies</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>No due day</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>Rules not here yet</source>
        <translation>规则未到</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>本站</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>handled again</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>urged {n} times</source>
        <translation>已催 {n} 次</translation>
    </message>
    <message>
        <source>was due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>{name} and others, {n} people</source>
        <translation>{name}等 {n} 人</translation>
    </message>
    <message>
        <source>{name} leads</source>
        <translation>{name} 领衔</translation>
    </message>
</context>
</TS>
