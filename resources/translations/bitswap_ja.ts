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
        <source>{reason}.</source>
        <comment>a clause as a sentence of its own</comment>
        <translation>{reason}。</translation>
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
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n 行をコピーしました。</numerusform>
        </translation>
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
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Save the options as a preset…</source>
        <translation>設定をプリセットとして保存…</translation>
    </message>
    <message>
        <source>Rename this preset…</source>
        <translation>このプリセットの名前を変更…</translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation>このプリセットを削除</translation>
    </message>
    <message>
        <source>Save, rename or delete presets of your own</source>
        <translation>自分のプリセットを保存・名前変更・削除</translation>
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
    <name>availability</name>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
</context>
<context>
    <name>choosing</name>
    <message>
        <source>Add files</source>
        <translation>ファイルを追加</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
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
    <name>look</name>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>言語は次回の起動時に切り替わります。</translation>
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
        <source>Keep metadata</source>
        <translation>メタデータを残す</translation>
    </message>
    <message>
        <source>Place, time, camera, comments and the like. Without this, JPEG, PNG and WebP files lose them for good: what comes back has none, and a source that is removed afterwards takes them along.</source>
        <translation>場所、日時、カメラ、コメントなどです。オフにすると JPEG、PNG、WebP ファイルから完全に失われます。復元したファイルには含まれず、後で元のファイルを取り除くとメタデータも失われます。</translation>
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
        <source>Colour profile and orientation are always kept. A JPEG file taken as pixels keeps resolution and EXIF of its metadata, and nothing else.</source>
        <translation>カラープロファイルと向きは常に保たれます。ピクセルとして扱う JPEG のメタデータのうち、残るのは解像度と EXIF だけです。</translation>
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
        <source>all, or for example *.png; summer/*</source>
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
        <source>Your own preset. It sets every option, folders and this computer&apos;s too.</source>
        <translation>自分のプリセットです。フォルダーやこのコンピューターの設定も含め、すべての設定を変えます。</translation>
    </message>
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
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>プリセットの名前:</translation>
    </message>
    <message>
        <source>There is a preset called {name} already.</source>
        <translation>{name} という名前のプリセットはすでにあります。</translation>
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
    <name>sentences</name>
    <message>
        <source>A JPEG of {width} x {height} pixels takes much memory to transcode; at most {limit} are, a quarter of --max-pixels.</source>
        <translation>{width} x {height} ピクセルの JPEG の変換には多くのメモリが必要です。上限は {limit} ピクセル（--max-pixels の 4 分の 1）です。</translation>
    </message>
    <message>
        <source>A coded message is cut short or does not end as a message must.</source>
        <translation>符号化されたメッセージが途中で切れているか、正しく終わっていません。</translation>
    </message>
    <message>
        <source>A packed part of the file cannot be unpacked ({error}).</source>
        <translation>ファイルの圧縮された部分を展開できません（{error}）。</translation>
    </message>
    <message>
        <source>A packed part of the file does not end where it should.</source>
        <translation>ファイルの圧縮された部分が正しい位置で終わっていません。</translation>
    </message>
    <message>
        <source>A packed part of the file does not state its size.</source>
        <translation>ファイルの圧縮された部分に大きさが書かれていません。</translation>
    </message>
    <message>
        <source>A packed part of the file has no bytes; it needs one at least.</source>
        <translation>ファイルの圧縮された部分が空です。少なくとも 1 バイト必要です。</translation>
    </message>
    <message>
        <source>A packed part of the file holds {size} bytes; at most {limit} can be right there.</source>
        <translation>ファイルの圧縮された部分は {size} バイトです。そこでは {limit} バイトまでが正しい値です。</translation>
    </message>
    <message>
        <source>A packed part of the file is no Zstandard frame ({error}).</source>
        <translation>ファイルの圧縮された部分が Zstandard フレームではありません（{error}）。</translation>
    </message>
    <message>
        <source>A part of the file is packed in way {kind}; 0 and 1 are known.</source>
        <translation>ファイルの一部が方式 {kind} で圧縮されています。既知の方式は 0 と 1 です。</translation>
    </message>
    <message>
        <source>A part of {place} has {count} bytes; {limit} are the limit.</source>
        <translation>{place} の一部が {count} バイトあります。上限は {limit} バイトです。</translation>
    </message>
    <message>
        <source>A scale index is outside its table.</source>
        <translation>スケールの番号が表の範囲外です。</translation>
    </message>
    <message>
        <source>A section of type {kind} occurs twice.</source>
        <translation>種類 {kind} のセクションが 2 回現れます。</translation>
    </message>
    <message>
        <source>A stream is said to be coded in two ways at once.</source>
        <translation>タイルの列に2通りの符号化方法が同時に指定されています。</translation>
    </message>
    <message>
        <source>A stream of {tiles} tiles claims {rows} rows of pixels without latents.</source>
        <translation>{tiles} 枚のタイルの列が、潜在変数なしの画素行を {rows} 行と示しています。</translation>
    </message>
    <message>
        <source>A symbol is outside its support.</source>
        <translation>シンボルが範囲外です。</translation>
    </message>
    <message>
        <source>An image of {width} columns cannot be coded as WebP; {limit} are the limit.</source>
        <translation>幅 {width} ピクセルの画像は WebP で符号化できません。上限は {limit} です。</translation>
    </message>
    <message>
        <source>An interval is empty or leaves its scale.</source>
        <translation>区間が空か、範囲を超えています。</translation>
    </message>
    <message>
        <source>Another file has the name {name}.</source>
        <translation>{name} という名前の別のファイルがあります。</translation>
    </message>
    <message>
        <source>Decoding the coded pixels did not give the picture back. They were discarded.</source>
        <translation>符号化したピクセルを復号しても元の画像に戻りませんでした。結果は破棄されました。</translation>
    </message>
    <message>
        <source>Decoding the result did not give the source back. It was discarded.</source>
        <translation>結果を復号しても元のファイルに戻りませんでした。結果は破棄されました。</translation>
    </message>
    <message>
        <source>It has layers.</source>
        <translation>レイヤーがあります。</translation>
    </message>
    <message>
        <source>It has several pages.</source>
        <translation>複数のページがあります。</translation>
    </message>
    <message>
        <source>It has {channels} channels of up to {greatest}.</source>
        <translation>最大値 {greatest} のチャンネルが {channels} 個あります。</translation>
    </message>
    <message>
        <source>It holds no image.</source>
        <translation>画像が入っていません。</translation>
    </message>
    <message>
        <source>It is a .bsw file already.</source>
        <translation>すでに .bsw ファイルです。</translation>
    </message>
    <message>
        <source>It is animated.</source>
        <translation>アニメーションです。</translation>
    </message>
    <message>
        <source>It is no file but a device, a pipe or the like.</source>
        <translation>ファイルではなく、デバイスやパイプなどです。</translation>
    </message>
    <message>
        <source>It leads back to a folder above it.</source>
        <translation>上位のフォルダーに戻るリンクです。</translation>
    </message>
    <message>
        <source>It was compressed with loss.</source>
        <translation>非可逆圧縮されています。</translation>
    </message>
    <message>
        <source>Its JPEG data does not shrink.</source>
        <translation>JPEG データがこれ以上小さくなりません。</translation>
    </message>
    <message>
        <source>Its JPEG data is of a kind that would not come back.</source>
        <translation>元どおりに戻せない種類の JPEG データです。</translation>
    </message>
    <message>
        <source>Its chunks are in an unusual order.</source>
        <translation>チャンクの順序が通常と異なります。</translation>
    </message>
    <message>
        <source>Its form is unusual ({depth} bits, colour type {colour_type}).</source>
        <translation>特殊な形式です（{depth} ビット、カラータイプ {colour_type}）。</translation>
    </message>
    <message>
        <source>Its metadata was kept: only that of JPEG, PNG and WebP files can be left out.</source>
        <translation>メタデータは残しました。省けるのは JPEG、PNG、WebP ファイルのものだけです。</translation>
    </message>
    <message>
        <source>Its metadata was kept: the file is damaged, holds more than a picture, or is of an unusual form.</source>
        <translation>メタデータは残しました。ファイルが壊れているか、画像以外のものを含むか、特殊な形式です。</translation>
    </message>
    <message>
        <source>Its pixels are compressed in the file.</source>
        <translation>ピクセルがファイル内で圧縮されています。</translation>
    </message>
    <message>
        <source>Its pixels are compressed or spread over the file.</source>
        <translation>ピクセルが圧縮されているか、ファイル内に分散しています。</translation>
    </message>
    <message>
        <source>Its pixels are kept and not its JPEG data, at {times:.1f} times the JPEG&apos;s size; it comes back as {name}.</source>
        <translation>JPEG データではなくピクセルを保存しました（JPEG の {times:.1f} 倍の大きさ）。復元すると {name} になります。</translation>
    </message>
    <message>
        <source>Its repetitions suit WebP better than the model.</source>
        <translation>繰り返しが多く、モデルより WebP が向いています。</translation>
    </message>
    <message>
        <source>Its size field is unusual.</source>
        <translation>サイズの欄が通常と異なります。</translation>
    </message>
    <message>
        <source>JPEG XL suits these pixels better than the model.</source>
        <translation>このピクセルにはモデルより JPEG XL が向いています。</translation>
    </message>
    <message>
        <source>Layer {name} can reach {largest}; float32 is exact only below {limit}.</source>
        <translation>層 {name} の値は {largest} に達し得ます。float32 が正確なのは {limit} 未満だけです。</translation>
    </message>
    <message>
        <source>Layer {name} has a scale that is no finite number.</source>
        <translation>層 {name} のスケールが有限の数ではありません。</translation>
    </message>
    <message>
        <source>Links are not followed.</source>
        <translation>リンクはたどりません。</translation>
    </message>
    <message>
        <source>Metadata of {count} bytes was left out.</source>
        <translation>{count} バイトのメタデータを省きました。</translation>
    </message>
    <message>
        <source>No coding makes this image smaller than its file is.</source>
        <translation>どの方式でもこの画像は元のファイルより小さくなりません。</translation>
    </message>
    <message>
        <source>No device passed the self test. Run `bitswap devices --check` for details.</source>
        <translation>自己診断に合格したデバイスがありません。詳細は `bitswap devices --check` で確認できます。</translation>
    </message>
    <message>
        <source>No file built from its pixels would be the same image.</source>
        <translation>このピクセルから同じ画像のファイルを作ることはできません。</translation>
    </message>
    <message>
        <source>Nobody waits for this work any more.</source>
        <translation>この処理を待っている相手がもういません。</translation>
    </message>
    <message>
        <source>Other data follows the image.</source>
        <translation>画像の後に別のデータがあります。</translation>
    </message>
    <message>
        <source>Pillow writes no {kind} files of 16 bits.</source>
        <translation>Pillow は 16 ビットの {kind} ファイルを書き出せません。</translation>
    </message>
    <message>
        <source>Pixels of the kind {kind} fit in no PNG.</source>
        <translation>種類 {kind} のピクセルは PNG に入りません。</translation>
    </message>
    <message>
        <source>Stopped at your request.</source>
        <translation>ご要望により停止しました。</translation>
    </message>
    <message>
        <source>Stopped at your request. Files finished before this are complete.</source>
        <translation>ご要望により停止しました。それまでに終わったファイルは完全です。</translation>
    </message>
    <message>
        <source>Surroundings do not belong to the coding {coding}.</source>
        <translation>方式 {coding} には周辺データがないはずです。</translation>
    </message>
    <message>
        <source>The GIF file ends early, after {count} bytes.</source>
        <translation>GIF ファイルが {count} バイトで途切れています。</translation>
    </message>
    <message>
        <source>The GIF file is damaged ({error}).</source>
        <translation>GIF ファイルが壊れています（{error}）。</translation>
    </message>
    <message>
        <source>The GIF file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>GIF ファイルが壊れています（{width} x {height} ピクセルと書かれています）。</translation>
    </message>
    <message>
        <source>The GIF file is damaged: there is no block of type {kind}.</source>
        <translation>GIF ファイルが壊れています（種類 {kind} のブロックはありません）。</translation>
    </message>
    <message>
        <source>The JPEG file cannot be transcoded ({error}).</source>
        <translation>JPEG ファイルを変換できません（{error}）。</translation>
    </message>
    <message>
        <source>The JPEG file has {width} x {height} pixels; at most {limit} are decoded, half of --max-pixels.</source>
        <translation>JPEG ファイルは {width} x {height} ピクセルです。復号できるのは --max-pixels の半分、{limit} までです。</translation>
    </message>
    <message>
        <source>The JPEG file is damaged ({error}).</source>
        <translation>JPEG ファイルが壊れています（{error}）。</translation>
    </message>
    <message>
        <source>The PNG file ends early, after {count} bytes.</source>
        <translation>PNG ファイルが {count} バイトで途切れています。</translation>
    </message>
    <message>
        <source>The PNG file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>PNG ファイルが途切れています（{end} バイトのはずが {count} バイト）。</translation>
    </message>
    <message>
        <source>The PNG file is damaged ({error}).</source>
        <translation>PNG ファイルが壊れています（{error}）。</translation>
    </message>
    <message>
        <source>The PNG file is damaged: a checksum at byte {position} is wrong.</source>
        <translation>PNG ファイルが壊れています（バイト {position} のチェックサムが違います）。</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it has no image header or no image data.</source>
        <translation>PNG ファイルが壊れています（画像のヘッダーかデータがありません）。</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>PNG ファイルが壊れています（{width} x {height} ピクセルと書かれています）。</translation>
    </message>
    <message>
        <source>The PNG file is damaged: its image header has the wrong size.</source>
        <translation>PNG ファイルが壊れています（画像ヘッダーの大きさが違います）。</translation>
    </message>
    <message>
        <source>The QOI file ends early, after {count} bytes.</source>
        <translation>QOI ファイルが {count} バイトで途切れています。</translation>
    </message>
    <message>
        <source>The QOI file is damaged ({error}).</source>
        <translation>QOI ファイルが壊れています（{error}）。</translation>
    </message>
    <message>
        <source>The QOI file is damaged: it says {width} x {height} pixels of {channels} channels.</source>
        <translation>QOI ファイルが壊れています（{width} x {height} ピクセル、{channels} チャンネルと書かれています）。</translation>
    </message>
    <message>
        <source>The WebP file ends early, after {count} bytes.</source>
        <translation>WebP ファイルが {count} バイトで途切れています。</translation>
    </message>
    <message>
        <source>The WebP file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>WebP ファイルが途切れています（{end} バイトのはずが {count} バイト）。</translation>
    </message>
    <message>
        <source>The WebP file is damaged ({error}).</source>
        <translation>WebP ファイルが壊れています（{error}）。</translation>
    </message>
    <message>
        <source>The WebP file is damaged: it has {count} images where 1 is required.</source>
        <translation>WebP ファイルが壊れています（画像は 1 枚のはずが {count} 枚あります）。</translation>
    </message>
    <message>
        <source>The WebP file is damaged: its image ends in its header.</source>
        <translation>WebP ファイルが壊れています（画像がヘッダーの途中で終わっています）。</translation>
    </message>
    <message>
        <source>The block grid starts at {phase}, outside its period of {grid}.</source>
        <translation>ブロック格子の開始位置 {phase} が周期 {grid} の範囲外です。</translation>
    </message>
    <message>
        <source>The coded data ends too early: {bits:.0f} bits are left and more are needed.</source>
        <translation>符号化データが途切れています（残り {bits:.0f} ビットでは足りません）。</translation>
    </message>
    <message>
        <source>The coded pixels are cut short.</source>
        <translation>符号化されたピクセルが途中で切れています。</translation>
    </message>
    <message>
        <source>The coded pixels are missing.</source>
        <translation>符号化されたピクセルがありません。</translation>
    </message>
    <message>
        <source>The coded pixels do not end where they should.</source>
        <translation>符号化されたピクセルが正しい位置で終わっていません。</translation>
    </message>
    <message>
        <source>The coded pixels have colours where the header announces grey.</source>
        <translation>ヘッダーでは灰色なのに、ピクセルに色があります。</translation>
    </message>
    <message>
        <source>The decoded file is not the one that was compressed: its size or digest is another.</source>
        <translation>復号したファイルは圧縮前のものと違います（大きさか要約値が異なります）。</translation>
    </message>
    <message>
        <source>The decoded pixels are not the ones that were compressed: their digest is another.</source>
        <translation>復号したピクセルは圧縮前のものと違います（要約値が異なります）。</translation>
    </message>
    <message>
        <source>The decoded pixels fit in no file of the kind that the header names ({error}).</source>
        <translation>復号したピクセルは、ヘッダーが示す種類のファイルに入りません（{error}）。</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>ファイルは読み込み中に変更されました。</translation>
    </message>
    <message>
        <source>The file ends before its payload.</source>
        <translation>ファイルが本体データの前で終わっています。</translation>
    </message>
    <message>
        <source>The file ends within its payload.</source>
        <translation>ファイルが本体データの途中で終わっています。</translation>
    </message>
    <message>
        <source>The file has a section of type {kind}, which this version does not know. A newer version may read it.</source>
        <translation>このバージョンが知らない種類 {kind} のセクションがあります。新しいバージョンなら読めるかもしれません。</translation>
    </message>
    <message>
        <source>The file has format version {version}; this program reads version {known}.</source>
        <translation>ファイルの形式はバージョン {version} です。このプログラムはバージョン {known} を読みます。</translation>
    </message>
    <message>
        <source>The file has {count} bytes; at most {limit} are unpacked, eight times --max-pixels.</source>
        <translation>ファイルは {count} バイトです。展開の上限は {limit} バイト（--max-pixels の 8 倍）です。</translation>
    </message>
    <message>
        <source>The file is damaged: the checksum at byte {position} is not that of its data.</source>
        <translation>ファイルが壊れています（バイト {position} のチェックサムがデータと合いません）。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>The file is no image, or damaged ({error}).</source>
        <translation>ファイルは画像ではないか、壊れています（{error}）。</translation>
    </message>
    <message>
        <source>The file is no image, or of a kind that this version does not know.</source>
        <translation>ファイルは画像ではないか、このバージョンが知らない種類です。</translation>
    </message>
    <message>
        <source>The file is to be built as kind {kind}, which this version does not know. A newer one may.</source>
        <translation>このバージョンが知らない種類 {kind} のファイルです。新しいバージョンなら作れるかもしれません。</translation>
    </message>
    <message>
        <source>The file is too large to be worked on in memory.</source>
        <translation>ファイルが大きすぎてメモリ上で処理できません。</translation>
    </message>
    <message>
        <source>The file uses coding {value}, which this version does not know. A newer version may read it.</source>
        <translation>このバージョンが知らない方式 {value} が使われています。新しいバージョンなら読めるかもしれません。</translation>
    </message>
    <message>
        <source>The file&apos;s first section is not its header.</source>
        <translation>ファイルの最初のセクションがヘッダーではありません。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read ({why}).</source>
        <translation>フォルダー {path} を読めません（{why}）。</translation>
    </message>
    <message>
        <source>The header has {length} bytes; {limit} are the limit.</source>
        <translation>ヘッダーは {length} バイトです。上限は {limit} バイトです。</translation>
    </message>
    <message>
        <source>The header is not valid: {error}.</source>
        <translation>ヘッダーが正しくありません: {error}。</translation>
    </message>
    <message>
        <source>The image ends early: it has no room for {width} x {height} pixels.</source>
        <translation>画像が途切れています（{width} x {height} ピクセル分のデータがありません）。</translation>
    </message>
    <message>
        <source>The image has {width} x {height} pixels; at most {limit} are decoded. --max-pixels changes that.</source>
        <translation>画像は {width} x {height} ピクセルです。復号の上限は {limit} ピクセルで、--max-pixels で変更できます。</translation>
    </message>
    <message>
        <source>The image says that it has {width} x {height} pixels.</source>
        <translation>画像は {width} x {height} ピクセルと書かれています。</translation>
    </message>
    <message>
        <source>The image&apos;s header is damaged.</source>
        <translation>画像のヘッダーが壊れています。</translation>
    </message>
    <message>
        <source>The installation is incomplete: {path} is missing. Reinstalling puts it back.</source>
        <translation>インストールが不完全です: {path} がありません。再インストールすると元に戻ります。</translation>
    </message>
    <message>
        <source>The message holds another symbol than the one that is to be popped.</source>
        <translation>メッセージに、取り出すはずのものと違うシンボルがあります。</translation>
    </message>
    <message>
        <source>The model file lacks {name}.</source>
        <translation>モデルファイルに {name} がありません。</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {error}.</source>
        <translation>モデルファイル {path} を読めません: {error}。</translation>
    </message>
    <message>
        <source>The model file {path} holds model {model}.</source>
        <translation>モデルファイル {path} の中身はモデル {model} です。</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: its known answers have no names.</source>
        <translation>モデルファイル {path} が壊れています（既知の答えに名前がありません）。</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: {error}.</source>
        <translation>モデルファイル {path} が壊れています: {error}。</translation>
    </message>
    <message>
        <source>The model file {path} was altered: its contents do not match its id.</source>
        <translation>モデルファイル {path} は改変されています（内容が識別子と合いません）。</translation>
    </message>
    <message>
        <source>The model lacks the tables {names}.</source>
        <translation>モデルに表 {names} がありません。</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} is {shape}, not what its config says.</source>
        <translation>モデルの層 {name} は {shape} で、設定と違います。</translation>
    </message>
    <message>
        <source>The model&apos;s table cdf must rise from 0 to 2**24.</source>
        <translation>モデルの表 cdf は 0 から 2**24 まで増えなければなりません。</translation>
    </message>
    <message>
        <source>The model&apos;s table exp must lie in 1..2**27 - 1 and never rise.</source>
        <translation>モデルの表 exp は 1..2**27 - 1 にあり、増えてはなりません。</translation>
    </message>
    <message>
        <source>The model&apos;s table inverse_scale must lie in 1..2**40 - 1.</source>
        <translation>モデルの表 inverse_scale は 1..2**40 - 1 になければなりません。</translation>
    </message>
    <message>
        <source>The model&apos;s table {name} is {kind}{shape}, not {wanted}{wanted_shape}.</source>
        <translation>モデルの表 {name} は {kind}{shape} で、{wanted}{wanted_shape} ではありません。</translation>
    </message>
    <message>
        <source>The model&apos;s top prior is not what its config says.</source>
        <translation>モデルの最上位の事前分布が設定と違います。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is not what its config says.</source>
        <translation>モデルの {name} が設定と違います。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} can ask for scales outside its table of {count}.</source>
        <translation>モデルの {name} が、{count} 個の表の外のスケールを求め得ます。</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} has no room to learn.</source>
        <translation>モデルの層 {name} には学習の余地がありません。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is no scale.</source>
        <translation>モデルの {name} はスケールではありません。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {kind}, not {wanted}.</source>
        <translation>モデルの {name} は {kind} で、{wanted} ではありません。</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {shape}, not what its config says.</source>
        <translation>モデルの {name} は {shape} で、設定と違います。</translation>
    </message>
    <message>
        <source>The model&apos;s {name}.{part} is {kind}{shape}.</source>
        <translation>モデルの {name}.{part} は {kind}{shape} です。</translation>
    </message>
    <message>
        <source>The number that ends at byte {position} of {place} is not in its shortest form.</source>
        <translation>{place} のバイト {position} で終わる数が最短の形ではありません。</translation>
    </message>
    <message>
        <source>The output folder {path} is gone.</source>
        <translation>出力フォルダー {path} がなくなりました。</translation>
    </message>
    <message>
        <source>The parts of the model&apos;s layer {name} differ in length.</source>
        <translation>モデルの層 {name} の各部の長さが違います。</translation>
    </message>
    <message>
        <source>The payload does not give the JPEG file back ({error}).</source>
        <translation>本体データから JPEG ファイルを戻せません（{error}）。</translation>
    </message>
    <message>
        <source>The payload ends within a WebP image.</source>
        <translation>本体データが WebP 画像の途中で終わっています。</translation>
    </message>
    <message>
        <source>The payload gives a JPEG file of {count} bytes where {size} are announced.</source>
        <translation>{size} バイトのはずの JPEG ファイルが {count} バイトになりました。</translation>
    </message>
    <message>
        <source>The payload is a JPEG XL container without an image.</source>
        <translation>本体データは画像のない JPEG XL コンテナーです。</translation>
    </message>
    <message>
        <source>The payload is no JPEG XL image.</source>
        <translation>本体データが JPEG XL 画像ではありません。</translation>
    </message>
    <message>
        <source>The payload is not the JPEG XL image that the header describes ({error}).</source>
        <translation>本体データがヘッダーの示す JPEG XL 画像ではありません（{error}）。</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes ({error}).</source>
        <translation>本体データがヘッダーの示す WebP 画像ではありません（{error}）。</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes: its size is another.</source>
        <translation>本体データがヘッダーの示す WebP 画像ではありません（大きさが違います）。</translation>
    </message>
    <message>
        <source>The permissions could not be kept ({why}).</source>
        <translation>アクセス権を引き継げませんでした（{why}）。</translation>
    </message>
    <message>
        <source>The picture is too large to be made small here.</source>
        <translation>画像が大きすぎて、ここでは縮小できません。</translation>
    </message>
    <message>
        <source>The result could not be decoded, and was discarded: {error}</source>
        <translation>結果を復号できなかったため、破棄しました: {error}</translation>
    </message>
    <message>
        <source>The source could not be removed ({why}).</source>
        <translation>元のファイルを取り除けませんでした（{why}）。</translation>
    </message>
    <message>
        <source>The source was not removed, because it changed meanwhile.</source>
        <translation>元のファイルは途中で変更されたため、取り除きませんでした。</translation>
    </message>
    <message>
        <source>The thumbnail has {count} bytes; {limit} are the limit.</source>
        <translation>サムネイルは {count} バイトです。上限は {limit} バイトです。</translation>
    </message>
    <message>
        <source>The thumbnail has {width} x {height} pixels; {limit} are the limit.</source>
        <translation>サムネイルは {width} x {height} ピクセルです。上限は {limit} です。</translation>
    </message>
    <message>
        <source>The thumbnail is no WebP picture ({error}).</source>
        <translation>サムネイルが WebP 画像ではありません（{error}）。</translation>
    </message>
    <message>
        <source>The time of the last change could not be kept ({why}).</source>
        <translation>最終更新日時を引き継げませんでした（{why}）。</translation>
    </message>
    <message>
        <source>The {name} file is damaged ({error}).</source>
        <translation>{name} ファイルが壊れています（{error}）。</translation>
    </message>
    <message>
        <source>There is no effort {model!r}; there are {names}.</source>
        <translation>労力 {model!r} はありません。あるのは {names} です。</translation>
    </message>
    <message>
        <source>There is no file to work on in {names}.</source>
        <translation>{names} に処理するファイルがありません。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>ファイル {path} はありません。</translation>
    </message>
    <message>
        <source>There is no picture to show ({error}).</source>
        <translation>表示できる画像がありません（{error}）。</translation>
    </message>
    <message>
        <source>There is no {requested} device here; found {names}.</source>
        <translation>デバイス {requested} はここにありません。見つかったもの: {names}。</translation>
    </message>
    <message>
        <source>There is not enough memory for this file.</source>
        <translation>このファイルに必要なメモリが足りません。</translation>
    </message>
    <message>
        <source>This file needs the model {name}, which this version does not have; a newer version may.</source>
        <translation>このファイルにはモデル {name} が必要ですが、このバージョンにはありません。新しいバージョンにはあるかもしれません。</translation>
    </message>
    <message>
        <source>This is not a Bit-Swap file.</source>
        <translation>Bit-Swap のファイルではありません。</translation>
    </message>
    <message>
        <source>You may not read {path}.</source>
        <translation>{path} を読む権限がありません。</translation>
    </message>
    <message>
        <source>a PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>パスの一部がフォルダーではありません</translation>
    </message>
    <message>
        <source>it would be larger than a file may be there</source>
        <translation>その場所で許されるファイルの大きさを超えます</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>フォルダーがなくなりました</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>名前が長すぎます</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>そこには何も書き込めません</translation>
    </message>
    <message>
        <source>the fastest device that passed the self test</source>
        <translation>自己診断に合格した最速のデバイスです</translation>
    </message>
    <message>
        <source>there is no space left</source>
        <translation>空き容量がありません</translation>
    </message>
    <message>
        <source>there is no space left for you</source>
        <translation>割り当てられた容量がありません</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>お客様が選びました</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <translation>書き込む権限がありません</translation>
    </message>
    <message>
        <source>{count} bytes should follow at byte {position} of {place}; {left} do.</source>
        <translation>{place} のバイト {position} の後に {count} バイトあるはずですが、{left} バイトしかありません。</translation>
    </message>
    <message>
        <source>{device} cannot run the model exactly ({faults}); its files would not open elsewhere.</source>
        <translation>{device} ではモデルを正確に実行できません（{faults}）。作ったファイルが他の環境で開けなくなります。</translation>
    </message>
    <message>
        <source>{device} failed the self test, so its files would not open elsewhere: {note}</source>
        <translation>{device} は自己診断に不合格でした。作ったファイルが他の環境で開けなくなります: {note}</translation>
    </message>
    <message>
        <source>{kind} cannot hold these pixels ({error}).</source>
        <translation>{kind} にはこのピクセルが入りません（{error}）。</translation>
    </message>
    <message>
        <source>{left} bytes follow the end of {place}.</source>
        <translation>{place} の終わりの後に {left} バイトあります。</translation>
    </message>
    <message>
        <source>{name} files are compressed already.</source>
        <translation>{name} ファイルはすでに圧縮されています。</translation>
    </message>
    <message>
        <source>{name} files are kept as they are.</source>
        <translation>{name} ファイルはそのまま保存されます。</translation>
    </message>
    <message>
        <source>{name} is there already and up to date.</source>
        <translation>{name} はすでにあり、最新です。</translation>
    </message>
    <message>
        <source>{note} {other}</source>
        <translation>{note} {other}</translation>
    </message>
    <message>
        <source>{path!r} cannot be the name of a file.</source>
        <translation>{path!r} はファイルの名前になりません。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <translation>{path} を読めません（{why}）。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} に書き込めません: {why}。</translation>
    </message>
    <message>
        <source>{path} changed while it was read.</source>
        <translation>{path} は読み込み中に変更されました。</translation>
    </message>
    <message>
        <source>{path} could not be read back, so the source stays ({why}).</source>
        <translation>{path} を読み返せなかったため、元のファイルを残しました（{why}）。</translation>
    </message>
    <message>
        <source>{path} exists already, and so do {count} others with a number.</source>
        <translation>{path} と、番号付きの {count} 個のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>{path} exists already. --overwrite replaces it, --existing says what else can be done.</source>
        <translation>{path} はすでにあります。--overwrite で置き換えられ、--existing で他の方法を選べます。</translation>
    </message>
    <message>
        <source>{path} has {count} bytes; files of up to {limit} bytes can be taken.</source>
        <translation>{path} は {count} バイトです。扱えるのは {limit} バイトまでのファイルです。</translation>
    </message>
    <message>
        <source>{path} is a folder where a file is needed.</source>
        <translation>{path} はフォルダーです。ファイルが必要です。</translation>
    </message>
    <message>
        <source>{path} is a folder, so no file of that name can be written.</source>
        <translation>{path} はフォルダーなので、その名前のファイルを書き込めません。</translation>
    </message>
    <message>
        <source>{path} is no file but a device, a pipe or the like.</source>
        <translation>{path} はファイルではなく、デバイスやパイプなどです。</translation>
    </message>
    <message>
        <source>{path} is not a Bit-Swap model of version {version}.</source>
        <translation>{path} はバージョン {version} の Bit-Swap モデルではありません。</translation>
    </message>
    <message>
        <source>{path} is the source itself; choose another folder with -o.</source>
        <translation>{path} は元のファイル自体です。-o で別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{path} was read back and is not what was written, so the source stays.</source>
        <translation>{path} を読み返すと書き込んだ内容と違ったため、元のファイルを残しました。</translation>
    </message>
    <message>
        <source>{reason} The JPEG file itself is kept.</source>
        <translation>{reason} JPEG ファイル自体を保存しました。</translation>
    </message>
    <message>
        <source>{reason}; {names} failed the self test</source>
        <translation>{reason}。{names} は自己診断に不合格でした</translation>
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
        <source>“{option}”</source>
        <translation>「{option}」</translation>
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
