<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BarChart</name>
    <message>
        <source>Sizes compared</source>
        <translation>大小比较</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>This is a fault in Bit-Swap, not in your files. Nothing was lost, and the program goes on.
The report below helps to mend it. It holds no pictures, but it may hold names of files.</source>
        <translation>这是 Bit-Swap 的错误，不是您文件的问题。没有任何内容丢失，程序会继续运行。
下面的报告有助于修复它。报告不含图片，但可能包含文件名。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation>图片：</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>模型：</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件：</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>任务：</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>结果：</translation>
    </message>
    <message>
        <source>Original:</source>
        <translation>原始大小：</translation>
    </message>
    <message>
        <source>Compressed:</source>
        <translation>压缩后：</translation>
    </message>
    <message>
        <source>Coding:</source>
        <translation>编码：</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>用时：</translation>
    </message>
</context>
<context>
    <name>DeviceLabel</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>正在准备模型…</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <comment>a clause as a sentence of its own</comment>
        <translation>{reason}。</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>将图片或文件夹拖放到此处</translation>
    </message>
    <message>
        <source>Pictures become smaller .bsw files without losing anything.
.bsw files give their pictures back, exactly as they were.</source>
        <translation>图片会变成更小的 .bsw 文件，不丢失任何内容。
.bsw 文件可还原出与原来完全相同的图片。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Looking for files…</source>
        <translation>正在查找文件…</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n file(s).</source>
        <translation>
            <numerusform>已添加 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing new to work on in {names}.</source>
        <translation>{names} 中没有新的可处理内容。</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>已完成。</translation>
    </message>
    <message numerus="yes">
        <source>Finished; %n file(s) failed. Double-click one to see why.</source>
        <translation>
            <numerusform>已完成；%n 个文件失败。双击可查看原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认设置</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Save the options as a preset…</source>
        <translation>将选项存为预设…</translation>
    </message>
    <message>
        <source>Rename this preset…</source>
        <translation>重命名此预设…</translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation>删除此预设</translation>
    </message>
    <message>
        <source>Save, rename or delete presets of your own</source>
        <translation>保存、重命名或删除自己的预设</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Your own choice</source>
        <translation>自定义</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Progress of decoding</source>
        <translation>解码进度</translation>
    </message>
    <message>
        <source>Compare sizes</source>
        <translation>比较大小</translation>
    </message>
    <message>
        <source>Shows how large this picture is as PNG, WebP, JPEG XL and .bsw.</source>
        <translation>显示此图片以 PNG、WebP、JPEG XL 和 .bsw 保存时的大小。</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>Decodes the picture, which takes a while. Nothing is written.</source>
        <translation>解码图片，需要一些时间。不会写入任何内容。</translation>
    </message>
    <message>
        <source>Select a file to see its picture.</source>
        <translation>选择一个文件以查看其图片。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>此处无法显示这种文件。</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>This file</source>
        <translation>此文件</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Find by name or folder</source>
        <translation>按名称或文件夹查找</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>在列表中查找</translation>
    </message>
    <message>
        <source>Which files to show</source>
        <translation>显示哪些文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Progress of all files</source>
        <translation>所有文件的进度</translation>
    </message>
    <message numerus="yes">
        <source>{finished} of %n file(s)</source>
        <translation>
            <numerusform>{finished} / %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} saved · {percent}</source>
        <translation>节省 {size} · {percent}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>大约剩余 {duration}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>添加文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Work on all files that wait</source>
        <translation>处理所有等待中的文件</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop; files that are not finished stay in the list</source>
        <translation>停止；未完成的文件保留在列表中</translation>
    </message>
    <message>
        <source>Stop the selected files</source>
        <translation>停止所选文件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Decode the selected .bsw files in full and write nothing</source>
        <translation>完整解码所选 .bsw 文件，不写入任何内容</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>从列表中移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove from the list; files stay where they are</source>
        <translation>从列表中移除；文件保持原位</translation>
    </message>
    <message>
        <source>Remove what is done</source>
        <translation>移除已完成的项目</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>详细信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy report as text</source>
        <translation>以文本形式复制报告</translation>
    </message>
    <message>
        <source>Copy report as CSV</source>
        <translation>以 CSV 形式复制报告</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>在列表中查找</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>选项(&amp;O)</translation>
    </message>
    <message>
        <source>P&amp;review</source>
        <translation>预览(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>关于 Bit-Swap</translation>
    </message>
</context>
<context>
    <name>availability</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>choosing</name>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>look</name>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>语言将在下次启动程序时更改。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>此电脑</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>压缩强度</translation>
    </message>
    <message>
        <source>How much time to spend for smaller files. Nothing is lost with any of them.</source>
        <translation>为得到更小的文件花费多少时间。无论哪种都不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>High: smallest files</source>
        <translation>高：文件最小</translation>
    </message>
    <message>
        <source>Write results to</source>
        <translation>结果保存到</translation>
    </message>
    <message>
        <source>The folder for all results. Left empty, each result stands beside its source.</source>
        <translation>所有结果的文件夹。留空时，每个结果都放在源文件旁边。</translation>
    </message>
    <message>
        <source>Beside the sources</source>
        <translation>源文件旁边</translation>
    </message>
    <message>
        <source>Keep the structure of folders</source>
        <translation>保留文件夹结构</translation>
    </message>
    <message>
        <source>Subfolders of a folder you add are made again in the folder for results.</source>
        <translation>所添加文件夹的子文件夹会在结果文件夹中重新建立。</translation>
    </message>
    <message>
        <source>If the result exists</source>
        <translation>如果结果已存在</translation>
    </message>
    <message>
        <source>What to do where another file has the name of a result already.</source>
        <translation>当已有其他文件与结果同名时如何处理。</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>报告错误</translation>
    </message>
    <message>
        <source>Skip the file</source>
        <translation>跳过该文件</translation>
    </message>
    <message>
        <source>Keep both: add a number</source>
        <translation>两者都保留：添加编号</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Afterwards, the source is</source>
        <translation>完成后，源文件</translation>
    </message>
    <message>
        <source>What becomes of a source once its result was read back from the disk, decoded and found the same.</source>
        <translation>当结果从磁盘读回、解码并确认相同之后，如何处理源文件。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Check every result</source>
        <translation>检查每个结果</translation>
    </message>
    <message>
        <source>Decodes each result and compares it with its source before keeping it. Leave this on.</source>
        <translation>在保留每个结果之前将其解码并与源文件比较。请保持开启。</translation>
    </message>
    <message>
        <source>Keep metadata</source>
        <translation>保留元数据</translation>
    </message>
    <message>
        <source>Place, time, camera, comments and the like. Without this, JPEG, PNG and WebP files lose them for good: what comes back has none, and a source that is removed afterwards takes them along.</source>
        <translation>地点、时间、相机、注释等。不勾选时，JPEG、PNG 和 WebP 文件将永久失去这些信息：还原的文件不含元数据，之后移除源文件也会一并失去。</translation>
    </message>
    <message>
        <source>Lets this program show the picture at once. Takes at most a thousandth of the file.</source>
        <translation>让本程序立即显示图片。最多占文件的千分之一。</translation>
    </message>
    <message>
        <source>In folders, take only files that fit one of these patterns, separated by semicolons.</source>
        <translation>在文件夹中只处理符合这些模式之一的文件，以分号分隔。</translation>
    </message>
    <message>
        <source>In folders, leave out files that fit one of these patterns, separated by semicolons.</source>
        <translation>在文件夹中排除符合这些模式之一的文件，以分号分隔。</translation>
    </message>
    <message>
        <source>The files are the same everywhere. Automatic is the fastest device that is exact.</source>
        <translation>在任何设备上生成的文件都相同。自动是计算精确的最快设备。</translation>
    </message>
    <message>
        <source>How many processor threads to use. Fewer leave more to other programs.</source>
        <translation>使用多少个处理器线程。较少则为其他程序留出更多资源。</translation>
    </message>
    <message>
        <source>Larger pictures are never decoded, so that none can take all the memory.</source>
        <translation>更大的图片绝不会被解码，以免占用全部内存。</translation>
    </message>
    <message>
        <source>Keep a small preview inside</source>
        <translation>内含小预览图</translation>
    </message>
    <message>
        <source>Colour profile and orientation are always kept. A JPEG file taken as pixels keeps resolution and EXIF of its metadata, and nothing else.</source>
        <translation>颜色配置文件和方向始终保留。作为像素处理的 JPEG 文件，其元数据只保留分辨率和 EXIF。</translation>
    </message>
    <message>
        <source>Take JPEG files as pixels</source>
        <translation>将 JPEG 作为像素处理</translation>
    </message>
    <message>
        <source>Usually makes files larger. Without it a JPEG file comes back byte for byte, and takes less room.</source>
        <translation>通常会使文件变大。不启用时，JPEG 文件可逐字节还原且占用更少空间。</translation>
    </message>
    <message>
        <source>Pictures only</source>
        <translation>仅图片</translation>
    </message>
    <message>
        <source>In folders, take only files whose names are those of pictures.</source>
        <translation>在文件夹中只处理名称为图片的文件。</translation>
    </message>
    <message>
        <source>Take only</source>
        <translation>仅包含</translation>
    </message>
    <message>
        <source>all, or for example *.png; summer/*</source>
        <translation>全部，或例如 *.png; summer/*</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>nothing, or for example *.gif; drafts/*</source>
        <translation>无，或例如 *.gif; drafts/*</translation>
    </message>
    <message>
        <source>Run the model on</source>
        <translation>模型运行于</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Files at once</source>
        <translation>同时处理的文件</translation>
    </message>
    <message>
        <source>How many files to work on at the same time. Each takes memory for its picture.</source>
        <translation>同时处理多少个文件。每个文件都会为其图片占用内存。</translation>
    </message>
    <message>
        <source>Largest picture, in pixels</source>
        <translation>最大图片（像素）</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Your own preset. It sets every option, folders and this computer&apos;s too.</source>
        <translation>您自己的预设。它设置所有选项，包括文件夹和本机的选项。</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Small files in reasonable time. Sources stay where they are.</source>
        <translation>在合理时间内得到小文件。源文件保持原位。</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Less time, somewhat larger files.</source>
        <translation>用时更少，文件稍大。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>The smallest files, checked; nothing that exists is replaced.</source>
        <translation>最小的文件，经过检查；不替换任何已有文件。</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>腾出空间</translation>
    </message>
    <message>
        <source>Sources move to the trash once their results are proven the same.</source>
        <translation>一旦证明结果相同，源文件即移到回收站。</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Quit Bit-Swap?</source>
        <translation>退出 Bit-Swap？</translation>
    </message>
    <message>
        <source>Files are still being worked on.</source>
        <translation>仍有文件正在处理。</translation>
    </message>
    <message>
        <source>Finished files are complete. The others stay as they were.</source>
        <translation>已完成的文件是完整的，其余保持原样。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续处理</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
    <message>
        <source>There is a preset called {name} already.</source>
        <translation>已有名为 {name} 的预设。</translation>
    </message>
    <message>
        <source>Makes image files smaller without losing anything, and gives them back.</source>
        <translation>无损缩小图片文件，并可将其还原。</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>关于 Bit-Swap</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Files: {files}</source>
        <translation>文件：{files}</translation>
    </message>
    <message>
        <source>failed: {failed}</source>
        <translation>失败：{failed}</translation>
    </message>
    <message>
        <source>{size} saved ({percent})</source>
        <translation>节省 {size}（{percent}）</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A JPEG of {width} x {height} pixels takes much memory to transcode; at most {limit} are, a quarter of --max-pixels.</source>
        <translation>转码 {width} x {height} 像素的 JPEG 需要大量内存；上限为 {limit} 像素，即 --max-pixels 的四分之一。</translation>
    </message>
    <message>
        <source>A coded message is cut short or does not end as a message must.</source>
        <translation>编码的消息被截断，或没有正确结束。</translation>
    </message>
    <message>
        <source>A packed part of the file cannot be unpacked ({error}).</source>
        <translation>文件中打包的部分无法解包（{error}）。</translation>
    </message>
    <message>
        <source>A packed part of the file does not end where it should.</source>
        <translation>文件中打包的部分没有在应在的位置结束。</translation>
    </message>
    <message>
        <source>A packed part of the file does not state its size.</source>
        <translation>文件中打包的部分没有说明其大小。</translation>
    </message>
    <message>
        <source>A packed part of the file has no bytes; it needs one at least.</source>
        <translation>文件中打包的部分没有字节；至少需要一个。</translation>
    </message>
    <message>
        <source>A packed part of the file holds {size} bytes; at most {limit} can be right there.</source>
        <translation>文件中打包的部分有 {size} 字节；那里最多只能有 {limit} 字节。</translation>
    </message>
    <message>
        <source>A packed part of the file is no Zstandard frame ({error}).</source>
        <translation>文件中打包的部分不是 Zstandard 帧（{error}）。</translation>
    </message>
    <message>
        <source>A part of the file is packed in way {kind}; 0 and 1 are known.</source>
        <translation>文件的一部分以方式 {kind} 打包；已知的只有 0 和 1。</translation>
    </message>
    <message>
        <source>A part of {place} has {count} bytes; {limit} are the limit.</source>
        <translation>{place} 的一部分有 {count} 字节；上限为 {limit}。</translation>
    </message>
    <message>
        <source>A scale index is outside its table.</source>
        <translation>尺度索引超出了其表。</translation>
    </message>
    <message>
        <source>A section of type {kind} occurs twice.</source>
        <translation>类型 {kind} 的段出现了两次。</translation>
    </message>
    <message>
        <source>A stream is said to be coded in two ways at once.</source>
        <translation>一个流被同时标为两种编码方式。</translation>
    </message>
    <message>
        <source>A stream of {tiles} tiles claims {rows} rows of pixels without latents.</source>
        <translation>含 {tiles} 个图块的流声称有 {rows} 行无潜变量的像素。</translation>
    </message>
    <message>
        <source>A symbol is outside its support.</source>
        <translation>符号超出了其范围。</translation>
    </message>
    <message>
        <source>An image of {width} columns cannot be coded as WebP; {limit} are the limit.</source>
        <translation>{width} 列的图像无法编码为 WebP；上限为 {limit}。</translation>
    </message>
    <message>
        <source>An interval is empty or leaves its scale.</source>
        <translation>区间为空或超出其范围。</translation>
    </message>
    <message>
        <source>Another file has the name {name}.</source>
        <translation>另一个文件已使用名称 {name}。</translation>
    </message>
    <message>
        <source>Decoding the coded pixels did not give the picture back. They were discarded.</source>
        <translation>解码已编码的像素没有得到原来的图片。结果已丢弃。</translation>
    </message>
    <message>
        <source>Decoding the result did not give the source back. It was discarded.</source>
        <translation>解码结果没有得到原来的文件。结果已丢弃。</translation>
    </message>
    <message>
        <source>It has layers.</source>
        <translation>它有图层。</translation>
    </message>
    <message>
        <source>It has several pages.</source>
        <translation>它有多个页面。</translation>
    </message>
    <message>
        <source>It has {channels} channels of up to {greatest}.</source>
        <translation>它有 {channels} 个通道，最大值为 {greatest}。</translation>
    </message>
    <message>
        <source>It holds no image.</source>
        <translation>其中没有图像。</translation>
    </message>
    <message>
        <source>It is a .bsw file already.</source>
        <translation>它已经是 .bsw 文件。</translation>
    </message>
    <message>
        <source>It is animated.</source>
        <translation>它是动画。</translation>
    </message>
    <message>
        <source>It is no file but a device, a pipe or the like.</source>
        <translation>它不是文件，而是设备、管道之类。</translation>
    </message>
    <message>
        <source>It leads back to a folder above it.</source>
        <translation>它指回上层的文件夹。</translation>
    </message>
    <message>
        <source>It was compressed with loss.</source>
        <translation>它是有损压缩的。</translation>
    </message>
    <message>
        <source>Its JPEG data does not shrink.</source>
        <translation>其 JPEG 数据无法再缩小。</translation>
    </message>
    <message>
        <source>Its JPEG data is of a kind that would not come back.</source>
        <translation>其 JPEG 数据属于无法还原的类型。</translation>
    </message>
    <message>
        <source>Its chunks are in an unusual order.</source>
        <translation>其数据块的顺序不寻常。</translation>
    </message>
    <message>
        <source>Its form is unusual ({depth} bits, colour type {colour_type}).</source>
        <translation>其形式不寻常（{depth} 位，颜色类型 {colour_type}）。</translation>
    </message>
    <message>
        <source>Its metadata was kept: only that of JPEG, PNG and WebP files can be left out.</source>
        <translation>其元数据已保留：只有 JPEG、PNG 和 WebP 文件的元数据可以去除。</translation>
    </message>
    <message>
        <source>Its metadata was kept: the file is damaged, holds more than a picture, or is of an unusual form.</source>
        <translation>其元数据已保留：文件已损坏、包含图片以外的内容或形式特殊。</translation>
    </message>
    <message>
        <source>Its pixels are compressed in the file.</source>
        <translation>其像素在文件中已被压缩。</translation>
    </message>
    <message>
        <source>Its pixels are compressed or spread over the file.</source>
        <translation>其像素被压缩或分散在文件中。</translation>
    </message>
    <message>
        <source>Its pixels are kept and not its JPEG data, at {times:.1f} times the JPEG&apos;s size; it comes back as {name}.</source>
        <translation>保存的是像素而不是 JPEG 数据，大小为 JPEG 的 {times:.1f} 倍；还原后为 {name}。</translation>
    </message>
    <message>
        <source>Its repetitions suit WebP better than the model.</source>
        <translation>其重复内容更适合 WebP 而不是模型。</translation>
    </message>
    <message>
        <source>Its size field is unusual.</source>
        <translation>其大小字段不寻常。</translation>
    </message>
    <message>
        <source>JPEG XL suits these pixels better than the model.</source>
        <translation>JPEG XL 比模型更适合这些像素。</translation>
    </message>
    <message>
        <source>Layer {name} can reach {largest}; float32 is exact only below {limit}.</source>
        <translation>层 {name} 可达 {largest}；float32 只在 {limit} 以下是精确的。</translation>
    </message>
    <message>
        <source>Layer {name} has a scale that is no finite number.</source>
        <translation>层 {name} 的尺度不是有限数。</translation>
    </message>
    <message>
        <source>Links are not followed.</source>
        <translation>不跟随链接。</translation>
    </message>
    <message>
        <source>Metadata of {count} bytes was left out.</source>
        <translation>已去除 {count} 字节的元数据。</translation>
    </message>
    <message>
        <source>No coding makes this image smaller than its file is.</source>
        <translation>没有任何编码能使此图像比其文件更小。</translation>
    </message>
    <message>
        <source>No device passed the self test. Run `bitswap devices --check` for details.</source>
        <translation>没有设备通过自检。运行 `bitswap devices --check` 查看详情。</translation>
    </message>
    <message>
        <source>No file built from its pixels would be the same image.</source>
        <translation>由其像素构建的文件都不会是同一图像。</translation>
    </message>
    <message>
        <source>Nobody waits for this work any more.</source>
        <translation>已没有谁在等待这项工作。</translation>
    </message>
    <message>
        <source>Other data follows the image.</source>
        <translation>图像之后还有其他数据。</translation>
    </message>
    <message>
        <source>Pillow writes no {kind} files of 16 bits.</source>
        <translation>Pillow 不能写 16 位的 {kind} 文件。</translation>
    </message>
    <message>
        <source>Pixels of the kind {kind} fit in no PNG.</source>
        <translation>{kind} 类型的像素无法存入 PNG。</translation>
    </message>
    <message>
        <source>Stopped at your request.</source>
        <translation>已按您的要求停止。</translation>
    </message>
    <message>
        <source>Stopped at your request. Files finished before this are complete.</source>
        <translation>已按您的要求停止。此前完成的文件是完整的。</translation>
    </message>
    <message>
        <source>Surroundings do not belong to the coding {coding}.</source>
        <translation>编码 {coding} 不应带有周边数据。</translation>
    </message>
    <message>
        <source>The GIF file ends early, after {count} bytes.</source>
        <translation>GIF 文件过早结束，只有 {count} 字节。</translation>
    </message>
    <message>
        <source>The GIF file is damaged ({error}).</source>
        <translation>GIF 文件已损坏（{error}）。</translation>
    </message>
    <message>
        <source>The GIF file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>GIF 文件已损坏：它声称有 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>The GIF file is damaged: there is no block of type {kind}.</source>
        <translation>GIF 文件已损坏：没有类型为 {kind} 的块。</translation>
    </message>
    <message>
        <source>The JPEG file cannot be transcoded ({error}).</source>
        <translation>JPEG 文件无法转码（{error}）。</translation>
    </message>
    <message>
        <source>The JPEG file has {width} x {height} pixels; at most {limit} are decoded, half of --max-pixels.</source>
        <translation>JPEG 文件有 {width} x {height} 像素；最多解码 {limit}，即 --max-pixels 的一半。</translation>
    </message>
    <message>
        <source>The JPEG file is damaged ({error}).</source>
        <translation>JPEG 文件已损坏（{error}）。</translation>
    </message>
    <message>
        <source>The PNG file ends early, after {count} bytes.</source>
        <translation>PNG 文件过早结束，只有 {count} 字节。</translation>
    </message>
    <message>
        <source>The PNG file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>PNG 文件过早结束：声明 {end} 字节，实有 {count} 字节。</translation>
    </message>
    <message>
        <source>The PNG file is damaged ({error}).</source>
        <translation>PNG 文件已损坏（{error}）。</translation>
    </message>
    <message>
        <source>The PNG file is damaged: a checksum at byte {position} is wrong.</source>
        <translation>PNG 文件已损坏：第 {position} 字节处的校验和不正确。</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it has no image header or no image data.</source>
        <translation>PNG 文件已损坏：没有图像头或图像数据。</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>PNG 文件已损坏：它声称有 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>The PNG file is damaged: its image header has the wrong size.</source>
        <translation>PNG 文件已损坏：其图像头大小不正确。</translation>
    </message>
    <message>
        <source>The QOI file ends early, after {count} bytes.</source>
        <translation>QOI 文件过早结束，只有 {count} 字节。</translation>
    </message>
    <message>
        <source>The QOI file is damaged ({error}).</source>
        <translation>QOI 文件已损坏（{error}）。</translation>
    </message>
    <message>
        <source>The QOI file is damaged: it says {width} x {height} pixels of {channels} channels.</source>
        <translation>QOI 文件已损坏：它声称有 {width} x {height} 像素、{channels} 个通道。</translation>
    </message>
    <message>
        <source>The WebP file ends early, after {count} bytes.</source>
        <translation>WebP 文件过早结束，只有 {count} 字节。</translation>
    </message>
    <message>
        <source>The WebP file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>WebP 文件过早结束：声明 {end} 字节，实有 {count} 字节。</translation>
    </message>
    <message>
        <source>The WebP file is damaged ({error}).</source>
        <translation>WebP 文件已损坏（{error}）。</translation>
    </message>
    <message>
        <source>The WebP file is damaged: it has {count} images where 1 is required.</source>
        <translation>WebP 文件已损坏：应有 1 个图像，却有 {count} 个。</translation>
    </message>
    <message>
        <source>The WebP file is damaged: its image ends in its header.</source>
        <translation>WebP 文件已损坏：其图像在头部就结束了。</translation>
    </message>
    <message>
        <source>The block grid starts at {phase}, outside its period of {grid}.</source>
        <translation>块网格从 {phase} 开始，超出其周期 {grid}。</translation>
    </message>
    <message>
        <source>The coded data ends too early: {bits:.0f} bits are left and more are needed.</source>
        <translation>编码数据过早结束：只剩 {bits:.0f} 位，还需要更多。</translation>
    </message>
    <message>
        <source>The coded pixels are cut short.</source>
        <translation>编码的像素被截断。</translation>
    </message>
    <message>
        <source>The coded pixels are missing.</source>
        <translation>缺少编码的像素。</translation>
    </message>
    <message>
        <source>The coded pixels do not end where they should.</source>
        <translation>编码的像素没有在应在的位置结束。</translation>
    </message>
    <message>
        <source>The coded pixels have colours where the header announces grey.</source>
        <translation>头部声明为灰度，编码的像素却有颜色。</translation>
    </message>
    <message>
        <source>The decoded file is not the one that was compressed: its size or digest is another.</source>
        <translation>解码出的文件不是当初压缩的文件：其大小或摘要不同。</translation>
    </message>
    <message>
        <source>The decoded pixels are not the ones that were compressed: their digest is another.</source>
        <translation>解码出的像素不是当初压缩的像素：其摘要不同。</translation>
    </message>
    <message>
        <source>The decoded pixels fit in no file of the kind that the header names ({error}).</source>
        <translation>解码出的像素无法存入头部所指类型的文件（{error}）。</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>文件在读取时发生了变化。</translation>
    </message>
    <message>
        <source>The file ends before its payload.</source>
        <translation>文件在其有效数据之前就结束了。</translation>
    </message>
    <message>
        <source>The file ends within its payload.</source>
        <translation>文件在其有效数据中间结束。</translation>
    </message>
    <message>
        <source>The file has a section of type {kind}, which this version does not know. A newer version may read it.</source>
        <translation>文件含有此版本不认识的类型为 {kind} 的段。较新的版本也许能读取。</translation>
    </message>
    <message>
        <source>The file has format version {version}; this program reads version {known}.</source>
        <translation>文件的格式版本为 {version}；本程序读取版本 {known}。</translation>
    </message>
    <message>
        <source>The file has {count} bytes; at most {limit} are unpacked, eight times --max-pixels.</source>
        <translation>文件有 {count} 字节；最多解包 {limit} 字节，即 --max-pixels 的八倍。</translation>
    </message>
    <message>
        <source>The file is damaged: the checksum at byte {position} is not that of its data.</source>
        <translation>文件已损坏：第 {position} 字节处的校验和与其数据不符。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file is no image, or damaged ({error}).</source>
        <translation>该文件不是图像，或已损坏（{error}）。</translation>
    </message>
    <message>
        <source>The file is no image, or of a kind that this version does not know.</source>
        <translation>该文件不是图像，或是此版本不认识的类型。</translation>
    </message>
    <message>
        <source>The file is to be built as kind {kind}, which this version does not know. A newer one may.</source>
        <translation>该文件应构建为类型 {kind}，此版本不认识。较新的版本也许认识。</translation>
    </message>
    <message>
        <source>The file is too large to be worked on in memory.</source>
        <translation>文件太大，无法在内存中处理。</translation>
    </message>
    <message>
        <source>The file uses coding {value}, which this version does not know. A newer version may read it.</source>
        <translation>该文件使用此版本不认识的编码 {value}。较新的版本也许能读取。</translation>
    </message>
    <message>
        <source>The file&apos;s first section is not its header.</source>
        <translation>文件的第一段不是其头部。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read ({why}).</source>
        <translation>无法读取文件夹 {path}（{why}）。</translation>
    </message>
    <message>
        <source>The header has {length} bytes; {limit} are the limit.</source>
        <translation>头部有 {length} 字节；上限为 {limit}。</translation>
    </message>
    <message>
        <source>The header is not valid: {error}.</source>
        <translation>头部无效：{error}。</translation>
    </message>
    <message>
        <source>The image ends early: it has no room for {width} x {height} pixels.</source>
        <translation>图像过早结束：容不下 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>The image has {width} x {height} pixels; at most {limit} are decoded. --max-pixels changes that.</source>
        <translation>图像有 {width} x {height} 像素；最多解码 {limit} 像素。可用 --max-pixels 更改。</translation>
    </message>
    <message>
        <source>The image says that it has {width} x {height} pixels.</source>
        <translation>图像声称有 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>The image&apos;s header is damaged.</source>
        <translation>图像的头部已损坏。</translation>
    </message>
    <message>
        <source>The installation is incomplete: {path} is missing. Reinstalling puts it back.</source>
        <translation>安装不完整：缺少 {path}。重新安装即可恢复。</translation>
    </message>
    <message>
        <source>The message holds another symbol than the one that is to be popped.</source>
        <translation>消息中的符号与应取出的不同。</translation>
    </message>
    <message>
        <source>The model file lacks {name}.</source>
        <translation>模型文件缺少 {name}。</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {error}.</source>
        <translation>无法读取模型文件 {path}：{error}。</translation>
    </message>
    <message>
        <source>The model file {path} holds model {model}.</source>
        <translation>模型文件 {path} 中是模型 {model}。</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: its known answers have no names.</source>
        <translation>模型文件 {path} 已损坏：其已知答案没有名称。</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: {error}.</source>
        <translation>模型文件 {path} 已损坏：{error}。</translation>
    </message>
    <message>
        <source>The model file {path} was altered: its contents do not match its id.</source>
        <translation>模型文件 {path} 已被改动：其内容与标识不符。</translation>
    </message>
    <message>
        <source>The model lacks the tables {names}.</source>
        <translation>模型缺少表 {names}。</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} is {shape}, not what its config says.</source>
        <translation>模型的层 {name} 是 {shape}，与其配置不符。</translation>
    </message>
    <message>
        <source>The model&apos;s table cdf must rise from 0 to 2**24.</source>
        <translation>模型的表 cdf 必须从 0 升到 2**24。</translation>
    </message>
    <message>
        <source>The model&apos;s table exp must lie in 1..2**27 - 1 and never rise.</source>
        <translation>模型的表 exp 必须在 1..2**27 - 1 内且不上升。</translation>
    </message>
    <message>
        <source>The model&apos;s table inverse_scale must lie in 1..2**40 - 1.</source>
        <translation>模型的表 inverse_scale 必须在 1..2**40 - 1 内。</translation>
    </message>
    <message>
        <source>The model&apos;s table {name} is {kind}{shape}, not {wanted}{wanted_shape}.</source>
        <translation>模型的表 {name} 是 {kind}{shape}，而不是 {wanted}{wanted_shape}。</translation>
    </message>
    <message>
        <source>The model&apos;s top prior is not what its config says.</source>
        <translation>模型的顶层先验与其配置不符。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is not what its config says.</source>
        <translation>模型的 {name} 与其配置不符。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} can ask for scales outside its table of {count}.</source>
        <translation>模型的 {name} 可能要求其 {count} 项表之外的尺度。</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} has no room to learn.</source>
        <translation>模型的层 {name} 没有学习的余地。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is no scale.</source>
        <translation>模型的 {name} 不是尺度。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {kind}, not {wanted}.</source>
        <translation>模型的 {name} 是 {kind}，而不是 {wanted}。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {shape}, not what its config says.</source>
        <translation>模型的 {name} 是 {shape}，与其配置不符。</translation>
    </message>
    <message>
        <source>The model&apos;s {name}.{part} is {kind}{shape}.</source>
        <translation>模型的 {name}.{part} 是 {kind}{shape}。</translation>
    </message>
    <message>
        <source>The number that ends at byte {position} of {place} is not in its shortest form.</source>
        <translation>在 {place} 第 {position} 字节结束的数不是其最短形式。</translation>
    </message>
    <message>
        <source>The output folder {path} is gone.</source>
        <translation>输出文件夹 {path} 不见了。</translation>
    </message>
    <message>
        <source>The parts of the model&apos;s layer {name} differ in length.</source>
        <translation>模型的层 {name} 各部分长度不同。</translation>
    </message>
    <message>
        <source>The payload does not give the JPEG file back ({error}).</source>
        <translation>有效数据无法还原 JPEG 文件（{error}）。</translation>
    </message>
    <message>
        <source>The payload ends within a WebP image.</source>
        <translation>有效数据在 WebP 图像中间结束。</translation>
    </message>
    <message>
        <source>The payload gives a JPEG file of {count} bytes where {size} are announced.</source>
        <translation>有效数据得到 {count} 字节的 JPEG 文件，而声明的是 {size} 字节。</translation>
    </message>
    <message>
        <source>The payload is a JPEG XL container without an image.</source>
        <translation>有效数据是没有图像的 JPEG XL 容器。</translation>
    </message>
    <message>
        <source>The payload is no JPEG XL image.</source>
        <translation>有效数据不是 JPEG XL 图像。</translation>
    </message>
    <message>
        <source>The payload is not the JPEG XL image that the header describes ({error}).</source>
        <translation>有效数据不是头部所描述的 JPEG XL 图像（{error}）。</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes ({error}).</source>
        <translation>有效数据不是头部所描述的 WebP 图像（{error}）。</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes: its size is another.</source>
        <translation>有效数据不是头部所描述的 WebP 图像：其尺寸不同。</translation>
    </message>
    <message>
        <source>The permissions could not be kept ({why}).</source>
        <translation>无法保留权限（{why}）。</translation>
    </message>
    <message>
        <source>The picture is too large to be made small here.</source>
        <translation>图片太大，无法在此缩小。</translation>
    </message>
    <message>
        <source>The result could not be decoded, and was discarded: {error}</source>
        <translation>结果无法解码，已丢弃：{error}</translation>
    </message>
    <message>
        <source>The source could not be removed ({why}).</source>
        <translation>无法移除源文件（{why}）。</translation>
    </message>
    <message>
        <source>The source was not removed, because it changed meanwhile.</source>
        <translation>源文件未被移除，因为它在此期间发生了变化。</translation>
    </message>
    <message>
        <source>The thumbnail has {count} bytes; {limit} are the limit.</source>
        <translation>缩略图有 {count} 字节；上限为 {limit}。</translation>
    </message>
    <message>
        <source>The thumbnail has {width} x {height} pixels; {limit} are the limit.</source>
        <translation>缩略图有 {width} x {height} 像素；上限为 {limit}。</translation>
    </message>
    <message>
        <source>The thumbnail is no WebP picture ({error}).</source>
        <translation>缩略图不是 WebP 图片（{error}）。</translation>
    </message>
    <message>
        <source>The time of the last change could not be kept ({why}).</source>
        <translation>无法保留最后修改时间（{why}）。</translation>
    </message>
    <message>
        <source>The {name} file is damaged ({error}).</source>
        <translation>{name} 文件已损坏（{error}）。</translation>
    </message>
    <message>
        <source>There is no effort {model!r}; there are {names}.</source>
        <translation>没有 {model!r} 这一级别；可用的有 {names}。</translation>
    </message>
    <message>
        <source>There is no file to work on in {names}.</source>
        <translation>{names} 中没有可处理的文件。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>There is no picture to show ({error}).</source>
        <translation>没有可显示的图片（{error}）。</translation>
    </message>
    <message>
        <source>There is no {requested} device here; found {names}.</source>
        <translation>这里没有设备 {requested}；找到的有 {names}。</translation>
    </message>
    <message>
        <source>There is not enough memory for this file.</source>
        <translation>内存不足以处理此文件。</translation>
    </message>
    <message>
        <source>This file needs the model {name}, which this version does not have; a newer version may.</source>
        <translation>此文件需要模型 {name}，此版本没有；较新的版本也许有。</translation>
    </message>
    <message>
        <source>This is not a Bit-Swap file.</source>
        <translation>这不是 Bit-Swap 文件。</translation>
    </message>
    <message>
        <source>You may not read {path}.</source>
        <translation>您无权读取 {path}。</translation>
    </message>
    <message>
        <source>a PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>其路径的一部分不是文件夹</translation>
    </message>
    <message>
        <source>it would be larger than a file may be there</source>
        <translation>它会超过该处允许的文件大小</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>其文件夹不见了</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>其名称太长</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>那里无法写入任何内容</translation>
    </message>
    <message>
        <source>the fastest device that passed the self test</source>
        <translation>通过自检的最快设备</translation>
    </message>
    <message>
        <source>there is no space left</source>
        <translation>没有剩余空间</translation>
    </message>
    <message>
        <source>there is no space left for you</source>
        <translation>您的配额已用完</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>由您选择</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <translation>您无权写入那里</translation>
    </message>
    <message>
        <source>{count} bytes should follow at byte {position} of {place}; {left} do.</source>
        <translation>{place} 的第 {position} 字节处应有 {count} 字节；实有 {left}。</translation>
    </message>
    <message>
        <source>{device} cannot run the model exactly ({faults}); its files would not open elsewhere.</source>
        <translation>{device} 无法精确运行模型（{faults}）；其文件在别处将无法打开。</translation>
    </message>
    <message>
        <source>{device} failed the self test, so its files would not open elsewhere: {note}</source>
        <translation>{device} 未通过自检，其文件在别处将无法打开：{note}</translation>
    </message>
    <message>
        <source>{kind} cannot hold these pixels ({error}).</source>
        <translation>{kind} 无法容纳这些像素（{error}）。</translation>
    </message>
    <message>
        <source>{left} bytes follow the end of {place}.</source>
        <translation>{place} 结束之后还有 {left} 字节。</translation>
    </message>
    <message>
        <source>{name} files are compressed already.</source>
        <translation>{name} 文件已经是压缩的。</translation>
    </message>
    <message>
        <source>{name} files are kept as they are.</source>
        <translation>{name} 文件按原样保存。</translation>
    </message>
    <message>
        <source>{name} is there already and up to date.</source>
        <translation>{name} 已存在且是最新的。</translation>
    </message>
    <message>
        <source>{note} {other}</source>
        <translation>{note}{other}</translation>
    </message>
    <message>
        <source>{path!r} cannot be the name of a file.</source>
        <translation>{path!r} 不能作为文件名。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <translation>无法读取 {path}（{why}）。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>无法写入 {path}：{why}。</translation>
    </message>
    <message>
        <source>{path} changed while it was read.</source>
        <translation>{path} 在读取时发生了变化。</translation>
    </message>
    <message>
        <source>{path} could not be read back, so the source stays ({why}).</source>
        <translation>无法回读 {path}，因此保留源文件（{why}）。</translation>
    </message>
    <message>
        <source>{path} exists already, and so do {count} others with a number.</source>
        <translation>{path} 已存在，带编号的另外 {count} 个也已存在。</translation>
    </message>
    <message>
        <source>{path} exists already. --overwrite replaces it, --existing says what else can be done.</source>
        <translation>{path} 已存在。--overwrite 会替换它，--existing 给出其他做法。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes; files of up to {limit} bytes can be taken.</source>
        <translation>{path} 有 {count} 字节；最多接受 {limit} 字节的文件。</translation>
    </message>
    <message>
        <source>{path} is a folder where a file is needed.</source>
        <translation>{path} 是文件夹，而这里需要文件。</translation>
    </message>
    <message>
        <source>{path} is a folder, so no file of that name can be written.</source>
        <translation>{path} 是文件夹，因此无法写入同名文件。</translation>
    </message>
    <message>
        <source>{path} is no file but a device, a pipe or the like.</source>
        <translation>{path} 不是文件，而是设备、管道之类。</translation>
    </message>
    <message>
        <source>{path} is not a Bit-Swap model of version {version}.</source>
        <translation>{path} 不是版本 {version} 的 Bit-Swap 模型。</translation>
    </message>
    <message>
        <source>{path} is the source itself; choose another folder with -o.</source>
        <translation>{path} 就是源文件本身；请用 -o 选择另一个文件夹。</translation>
    </message>
    <message>
        <source>{path} was read back and is not what was written, so the source stays.</source>
        <translation>回读 {path} 发现与写入的内容不同，因此保留源文件。</translation>
    </message>
    <message>
        <source>{reason} The JPEG file itself is kept.</source>
        <translation>{reason} 保存的是 JPEG 文件本身。</translation>
    </message>
    <message>
        <source>{reason}; {names} failed the self test</source>
        <translation>{reason}；{names} 未通过自检</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>压缩后</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已还原</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation>正在压缩</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>正在解码</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Bit-Swap model</source>
        <translation>Bit-Swap 模型</translation>
    </message>
    <message>
        <source>JPEG XL</source>
        <translation>JPEG XL</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>JPEG, repacked</source>
        <translation>JPEG（重新打包）</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>“{option}”</source>
        <translation>“{option}”</translation>
    </message>
    <message>
        <source>This is not a picture that can be compressed</source>
        <translation>这不是可以压缩的图片</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>The result cannot be written</source>
        <translation>无法写入结果</translation>
    </message>
    <message>
        <source>A newer version of Bit-Swap is needed</source>
        <translation>需要更新版本的 Bit-Swap</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>This is not a .bsw file</source>
        <translation>这不是 .bsw 文件</translation>
    </message>
    <message>
        <source>The model is missing</source>
        <translation>缺少模型</translation>
    </message>
    <message>
        <source>The device cannot be used</source>
        <translation>无法使用该设备</translation>
    </message>
    <message>
        <source>The result was not the same, and was discarded</source>
        <translation>结果不一致，已被丢弃</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>未能完成</translation>
    </message>
</context>
</TS>
