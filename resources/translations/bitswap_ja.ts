<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>BarChart</name>
    <message>
        <source>Sizes compared</source>
        <translation>サイズの比較</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>問題が発生しました</translation>
    </message>
    <message>
        <source>This is a fault in Bit-Swap, not in your files. Nothing was lost, and the program goes on.
The report below helps to mend it. It holds no pictures, but it may hold names of files.</source>
        <translation>これは Bit-Swap の不具合で、お使いのファイルの問題ではありません。何も失われておらず、プログラムは続行します。
下のレポートは修正に役立ちます。画像は含まれませんが、ファイル名が含まれることがあります。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>レポートをコピー</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>What happened</source>
        <translation>発生した内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>形式:</translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation>画像:</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>モデル:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>ファイル:</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>作業:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>結果:</translation>
    </message>
    <message>
        <source>Original:</source>
        <translation>元のサイズ:</translation>
    </message>
    <message>
        <source>Compressed:</source>
        <translation>圧縮後:</translation>
    </message>
    <message>
        <source>Coding:</source>
        <translation>符号化:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>時間:</translation>
    </message>
</context>
<context>
    <name>DeviceLabel</name>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>モデルを準備しています…</translation>
    </message>
    <message>
        <source>The fastest device that passed the self test.</source>
        <translation>自己診断に合格した最速のデバイスです。</translation>
    </message>
    <message>
        <source>You chose it.</source>
        <translation>ユーザーが選択しました。</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>画像やフォルダーをここにドロップ</translation>
    </message>
    <message>
        <source>Pictures become smaller .bsw files without losing anything.
.bsw files give their pictures back, exactly as they were.</source>
        <translation>画像は何も失わずに、より小さな .bsw ファイルになります。
.bsw ファイルからは、元とまったく同じ画像が取り出せます。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選択</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Looking for files…</source>
        <translation>ファイルを検索しています…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>ファイルを追加</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n 行をコピーしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>言語は次回の起動時に切り替わります。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>Added %n file(s).</source>
        <translation>
            <numerusform>%n 個のファイルを追加しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing new to work on in {names}.</source>
        <translation>{names} には新しく処理するものがありません。</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>完了しました。</translation>
    </message>
    <message numerus="yes">
        <source>Finished; %n file(s) failed. Double-click one to see why.</source>
        <translation>
            <numerusform>完了しました。%n 個のファイルで失敗しました。ダブルクリックすると理由が表示されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止しています…</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Your own choice</source>
        <translation>カスタム</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Progress of decoding</source>
        <translation>復号の進行状況</translation>
    </message>
    <message>
        <source>Compare sizes</source>
        <translation>サイズを比較</translation>
    </message>
    <message>
        <source>Shows how large this picture is as PNG, WebP, JPEG XL and .bsw.</source>
        <translation>この画像の PNG、WebP、JPEG XL、.bsw でのサイズを表示します。</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>完全に表示</translation>
    </message>
    <message>
        <source>Decodes the picture, which takes a while. Nothing is written.</source>
        <translation>画像を復号します。少し時間がかかります。何も書き込みません。</translation>
    </message>
    <message>
        <source>Select a file to see its picture.</source>
        <translation>ファイルを選択すると画像が表示されます。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>この種類のファイルはここでは表示できません。</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>This file</source>
        <translation>このファイル</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Find by name or folder</source>
        <translation>名前またはフォルダーで検索</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>リスト内を検索</translation>
    </message>
    <message>
        <source>Which files to show</source>
        <translation>表示するファイル</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Progress of all files</source>
        <translation>全ファイルの進行状況</translation>
    </message>
    <message numerus="yes">
        <source>{finished} of %n file(s)</source>
        <translation>
            <numerusform>{finished} / %n ファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 件失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} saved · {percent}</source>
        <translation>{size} 節約 · {percent}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>処理中…</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>残り約 {duration}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>ファイルを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>フォルダーを追加(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Work on all files that wait</source>
        <translation>待機中のファイルをすべて処理</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>一時停止または再開</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Stop; files that are not finished stay in the list</source>
        <translation>停止します。未完了のファイルはリストに残ります</translation>
    </message>
    <message>
        <source>Stop the selected files</source>
        <translation>選択したファイルを停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>テスト(&amp;T)</translation>
    </message>
    <message>
        <source>Decode the selected .bsw files in full and write nothing</source>
        <translation>選択した .bsw ファイルを書き込みなしで完全に復号</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>リストから削除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove from the list; files stay where they are</source>
        <translation>リストから削除します。ファイルはそのまま残ります</translation>
    </message>
    <message>
        <source>Remove what is done</source>
        <translation>完了した項目を削除</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>詳細(&amp;D)…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Copy report as text</source>
        <translation>レポートをテキストでコピー</translation>
    </message>
    <message>
        <source>Copy report as CSV</source>
        <translation>レポートを CSV でコピー</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>リスト内を検索</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>オプション(&amp;O)</translation>
    </message>
    <message>
        <source>P&amp;review</source>
        <translation>プレビュー(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>Bit-Swap について</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>キュー(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>圧縮の強さ</translation>
    </message>
    <message>
        <source>How much time to spend for smaller files. Nothing is lost with any of them.</source>
        <translation>ファイルを小さくするためにかける時間です。どれを選んでも何も失われません。</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>High: smallest files</source>
        <translation>高: 最小のファイル</translation>
    </message>
    <message>
        <source>Write results to</source>
        <translation>結果の保存先</translation>
    </message>
    <message>
        <source>The folder for all results. Left empty, each result stands beside its source.</source>
        <translation>すべての結果を保存するフォルダーです。空の場合、結果は元のファイルと同じ場所に置かれます。</translation>
    </message>
    <message>
        <source>Beside the sources</source>
        <translation>元のファイルと同じ場所</translation>
    </message>
    <message>
        <source>Keep the structure of folders</source>
        <translation>フォルダー構造を維持</translation>
    </message>
    <message>
        <source>Subfolders of a folder you add are made again in the folder for results.</source>
        <translation>追加したフォルダーのサブフォルダーを保存先に再現します。</translation>
    </message>
    <message>
        <source>If the result exists</source>
        <translation>結果が既にある場合</translation>
    </message>
    <message>
        <source>What to do where another file has the name of a result already.</source>
        <translation>結果と同じ名前の別のファイルが既にある場合の動作です。</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>エラーにする</translation>
    </message>
    <message>
        <source>Skip the file</source>
        <translation>ファイルをスキップ</translation>
    </message>
    <message>
        <source>Keep both: add a number</source>
        <translation>両方残す: 番号を付ける</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Afterwards, the source is</source>
        <translation>完了後、元のファイルを</translation>
    </message>
    <message>
        <source>What becomes of a source once its result was read back from the disk, decoded and found the same.</source>
        <translation>結果をディスクから読み戻して復号し、同一であることを確認した後の、元のファイルの扱いです。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>ゴミ箱に移動</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>Check every result</source>
        <translation>すべての結果を確認</translation>
    </message>
    <message>
        <source>Decodes each result and compares it with its source before keeping it. Leave this on.</source>
        <translation>保存する前に結果を復号して元のファイルと比較します。オンのままにしてください。</translation>
    </message>
    <message>
        <source>Lets this program show the picture at once. Takes at most a thousandth of the file.</source>
        <translation>画像をすぐに表示できます。使うのは最大でもファイルの 1000 分の 1 です。</translation>
    </message>
    <message>
        <source>In folders, take only files that fit one of these patterns, separated by semicolons.</source>
        <translation>フォルダー内では、これらのパターン (セミコロン区切り) のいずれかに合うファイルのみを対象にします。</translation>
    </message>
    <message>
        <source>In folders, leave out files that fit one of these patterns, separated by semicolons.</source>
        <translation>フォルダー内では、これらのパターン (セミコロン区切り) のいずれかに合うファイルを除外します。</translation>
    </message>
    <message>
        <source>The files are the same everywhere. Automatic is the fastest device that is exact.</source>
        <translation>どこで実行してもファイルは同じです。自動では、正確に計算できる最速のデバイスを使います。</translation>
    </message>
    <message>
        <source>How many processor threads to use. Fewer leave more to other programs.</source>
        <translation>使用するプロセッサーのスレッド数です。少なくすると他のプログラムに余裕ができます。</translation>
    </message>
    <message>
        <source>Larger pictures are never decoded, so that none can take all the memory.</source>
        <translation>これより大きい画像は復号しません。メモリーをすべて使うことを防ぎます。</translation>
    </message>
    <message>
        <source>Keep a small preview inside</source>
        <translation>小さなプレビューを含める</translation>
    </message>
    <message>
        <source>Take JPEG files as pixels</source>
        <translation>JPEG をピクセルとして扱う</translation>
    </message>
    <message>
        <source>Usually makes files larger. Without it a JPEG file comes back byte for byte, and takes less room.</source>
        <translation>通常ファイルは大きくなります。オフの場合、JPEG はバイト単位で元に戻り、サイズも小さくなります。</translation>
    </message>
    <message>
        <source>Pictures only</source>
        <translation>画像のみ</translation>
    </message>
    <message>
        <source>In folders, take only files whose names are those of pictures.</source>
        <translation>フォルダー内では、名前が画像のファイルのみを対象にします。</translation>
    </message>
    <message>
        <source>Take only</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>everything, or for example *.png; summer/*</source>
        <translation>すべて、または例: *.png; summer/*</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>nothing, or for example *.gif; drafts/*</source>
        <translation>なし、または例: *.gif; drafts/*</translation>
    </message>
    <message>
        <source>Run the model on</source>
        <translation>モデルの実行先</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>プロセッサー (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>グラフィックカード (CUDA)</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>プロセッサーのスレッド</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Files at once</source>
        <translation>同時に処理するファイル</translation>
    </message>
    <message>
        <source>How many files to work on at the same time. Each takes memory for its picture.</source>
        <translation>同時に処理するファイルの数です。それぞれ画像の分のメモリーを使います。</translation>
    </message>
    <message>
        <source>Largest picture, in pixels</source>
        <translation>最大の画像 (ピクセル)</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Balanced</source>
        <translation>バランス</translation>
    </message>
    <message>
        <source>Small files in reasonable time. Sources stay where they are.</source>
        <translation>適度な時間で小さなファイルにします。元のファイルはそのままです。</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>Less time, somewhat larger files.</source>
        <translation>時間は短く、ファイルは少し大きめです。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>The smallest files, checked; nothing that exists is replaced.</source>
        <translation>最小のファイルにし、確認します。既存のものは置き換えません。</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>空き容量を増やす</translation>
    </message>
    <message>
        <source>Sources move to the trash once their results are proven the same.</source>
        <translation>結果が同一と確認されたら、元のファイルをゴミ箱に移動します。</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Quit Bit-Swap?</source>
        <translation>Bit-Swap を終了しますか?</translation>
    </message>
    <message>
        <source>Files are still being worked on.</source>
        <translation>まだファイルを処理しています。</translation>
    </message>
    <message>
        <source>Finished files are complete. The others stay as they were.</source>
        <translation>完了したファイルは完全です。その他は元のままです。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止して終了</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>処理を続ける</translation>
    </message>
    <message>
        <source>Makes image files smaller without losing anything, and gives them back.</source>
        <translation>画像ファイルを何も失わずに小さくし、元に戻します。</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>Bit-Swap について</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Files: {files}</source>
        <translation>ファイル: {files}</translation>
    </message>
    <message>
        <source>failed: {failed}</source>
        <translation>失敗: {failed}</translation>
    </message>
    <message>
        <source>{size} saved ({percent})</source>
        <translation>{size} 節約 ({percent})</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>元のサイズ</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>圧縮後</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>節約</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>符号化</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
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
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 時間 {minutes} 分</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>小さくする</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>復元済み</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation>圧縮中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>復号中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Bit-Swap model</source>
        <translation>Bit-Swap モデル</translation>
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
        <translation>JPEG (再圧縮)</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>This is not a picture that can be compressed</source>
        <translation>圧縮できる画像ではありません</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>ファイルを読み込めません</translation>
    </message>
    <message>
        <source>The result cannot be written</source>
        <translation>結果を書き込めません</translation>
    </message>
    <message>
        <source>A newer version of Bit-Swap is needed</source>
        <translation>新しいバージョンの Bit-Swap が必要です</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>ファイルが壊れています</translation>
    </message>
    <message>
        <source>This is not a .bsw file</source>
        <translation>.bsw ファイルではありません</translation>
    </message>
    <message>
        <source>The model is missing</source>
        <translation>モデルがありません</translation>
    </message>
    <message>
        <source>The device cannot be used</source>
        <translation>デバイスを使用できません</translation>
    </message>
    <message>
        <source>The result was not the same, and was discarded</source>
        <translation>結果が同一でなかったため破棄されました</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>うまくいきませんでした</translation>
    </message>
</context>
</TS>
