<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BarChart</name>
    <message>
        <source>Sizes compared</source>
        <translation>Größen im Vergleich</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>This is a fault in Bit-Swap, not in your files. Nothing was lost, and the program goes on.
The report below helps to mend it. It holds no pictures, but it may hold names of files.</source>
        <translation>Das ist ein Fehler in Bit-Swap, nicht in Ihren Dateien. Nichts ging verloren, und das Programm läuft weiter.
Der Bericht unten hilft, ihn zu beheben. Er enthält keine Bilder, aber vielleicht Namen von Dateien.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation>Bild:</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modell:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>Aufgabe:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Ergebnis:</translation>
    </message>
    <message>
        <source>Original:</source>
        <translation>Original:</translation>
    </message>
    <message>
        <source>Compressed:</source>
        <translation>Komprimiert:</translation>
    </message>
    <message>
        <source>Coding:</source>
        <translation>Kodierung:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Dauer:</translation>
    </message>
</context>
<context>
    <name>DeviceLabel</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>Das Modell wird vorbereitet …</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <comment>a clause as a sentence of its own</comment>
        <translation>{reason}.</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>Bilder oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Pictures become smaller .bsw files without losing anything.
.bsw files give their pictures back, exactly as they were.</source>
        <translation>Bilder werden zu kleineren .bsw-Dateien, ohne etwas zu verlieren.
.bsw-Dateien geben ihre Bilder zurück, genau wie sie waren.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Looking for files…</source>
        <translation>Dateien werden gesucht …</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n file(s).</source>
        <translation>
            <numerusform>%n Datei hinzugefügt.</numerusform>
            <numerusform>%n Dateien hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing new to work on in {names}.</source>
        <translation>In {names} gibt es nichts Neues zu tun.</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Fertig.</translation>
    </message>
    <message numerus="yes">
        <source>Finished; %n file(s) failed. Double-click one to see why.</source>
        <translation>
            <numerusform>Fertig; %n Datei ist fehlgeschlagen. Ein Doppelklick zeigt den Grund.</numerusform>
            <numerusform>Fertig; %n Dateien sind fehlgeschlagen. Ein Doppelklick zeigt den Grund.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>More</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Save the options as a preset…</source>
        <translation>Optionen als Voreinstellung sichern…</translation>
    </message>
    <message>
        <source>Rename this preset…</source>
        <translation>Diese Voreinstellung umbenennen…</translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation>Diese Voreinstellung löschen</translation>
    </message>
    <message>
        <source>Save, rename or delete presets of your own</source>
        <translation>Eigene Voreinstellungen sichern, umbenennen oder löschen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Your own choice</source>
        <translation>Eigene Auswahl</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Progress of decoding</source>
        <translation>Fortschritt der Dekodierung</translation>
    </message>
    <message>
        <source>Compare sizes</source>
        <translation>Größen vergleichen</translation>
    </message>
    <message>
        <source>Shows how large this picture is as PNG, WebP, JPEG XL and .bsw.</source>
        <translation>Zeigt, wie groß dieses Bild als PNG, WebP, JPEG XL und .bsw ist.</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>Ganz anzeigen</translation>
    </message>
    <message>
        <source>Decodes the picture, which takes a while. Nothing is written.</source>
        <translation>Dekodiert das Bild, was etwas dauert. Es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Select a file to see its picture.</source>
        <translation>Wählen Sie eine Datei, um ihr Bild zu sehen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>Diese Art von Datei kann hier nicht angezeigt werden.</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>This file</source>
        <translation>Diese Datei</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Find by name or folder</source>
        <translation>Nach Name oder Ordner suchen</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>Which files to show</source>
        <translation>Welche Dateien gezeigt werden</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht fertig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Progress of all files</source>
        <translation>Fortschritt aller Dateien</translation>
    </message>
    <message numerus="yes">
        <source>{finished} of %n file(s)</source>
        <translation>
            <numerusform>{finished} von %n Datei</numerusform>
            <numerusform>{finished} von %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} saved · {percent}</source>
        <translation>{size} gespart · {percent}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>noch etwa {duration}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>Dateien &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>&amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Work on all files that wait</source>
        <translation>Alle wartenden Dateien bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Anhalten oder weitermachen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop; files that are not finished stay in the list</source>
        <translation>Anhalten; nicht fertige Dateien bleiben in der Liste</translation>
    </message>
    <message>
        <source>Stop the selected files</source>
        <translation>Ausgewählte Dateien anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>Prü&amp;fen</translation>
    </message>
    <message>
        <source>Decode the selected .bsw files in full and write nothing</source>
        <translation>Die ausgewählten .bsw-Dateien ganz dekodieren und nichts schreiben</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>Remove from the list; files stay where they are</source>
        <translation>Aus der Liste entfernen; Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Remove what is done</source>
        <translation>Fertiges entfernen</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Einzelheiten …</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy report as text</source>
        <translation>Bericht als Text kopieren</translation>
    </message>
    <message>
        <source>Copy report as CSV</source>
        <translation>Bericht als CSV kopieren</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Optionen</translation>
    </message>
    <message>
        <source>P&amp;review</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>Über Bit-Swap</translation>
    </message>
</context>
<context>
    <name>availability</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>choosing</name>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>look</name>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>How much time to spend for smaller files. Nothing is lost with any of them.</source>
        <translation>Wie viel Zeit kleinere Dateien kosten dürfen. Verloren geht in keinem Fall etwas.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High: smallest files</source>
        <translation>Hoch: kleinste Dateien</translation>
    </message>
    <message>
        <source>Write results to</source>
        <translation>Ergebnisse speichern in</translation>
    </message>
    <message>
        <source>The folder for all results. Left empty, each result stands beside its source.</source>
        <translation>Der Ordner für alle Ergebnisse. Bleibt er leer, steht jedes Ergebnis neben seiner Quelle.</translation>
    </message>
    <message>
        <source>Beside the sources</source>
        <translation>Neben den Quellen</translation>
    </message>
    <message>
        <source>Keep the structure of folders</source>
        <translation>Ordnerstruktur beibehalten</translation>
    </message>
    <message>
        <source>Subfolders of a folder you add are made again in the folder for results.</source>
        <translation>Unterordner eines hinzugefügten Ordners werden im Ordner für Ergebnisse wieder angelegt.</translation>
    </message>
    <message>
        <source>If the result exists</source>
        <translation>Wenn das Ergebnis schon da ist</translation>
    </message>
    <message>
        <source>What to do where another file has the name of a result already.</source>
        <translation>Was geschieht, wenn schon eine andere Datei den Namen eines Ergebnisses hat.</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>Fehler melden</translation>
    </message>
    <message>
        <source>Skip the file</source>
        <translation>Datei überspringen</translation>
    </message>
    <message>
        <source>Keep both: add a number</source>
        <translation>Beide behalten: Nummer anfügen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Afterwards, the source is</source>
        <translation>Danach wird die Quelle</translation>
    </message>
    <message>
        <source>What becomes of a source once its result was read back from the disk, decoded and found the same.</source>
        <translation>Was mit einer Quelle geschieht, sobald ihr Ergebnis vom Datenträger gelesen, dekodiert und als gleich befunden wurde.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>endgültig gelöscht</translation>
    </message>
    <message>
        <source>Check every result</source>
        <translation>Jedes Ergebnis prüfen</translation>
    </message>
    <message>
        <source>Decodes each result and compares it with its source before keeping it. Leave this on.</source>
        <translation>Dekodiert jedes Ergebnis und vergleicht es mit seiner Quelle, bevor es behalten wird. Lassen Sie das an.</translation>
    </message>
    <message>
        <source>Keep metadata</source>
        <translation>Metadaten behalten</translation>
    </message>
    <message>
        <source>Place, time, camera, comments and the like. Without this, JPEG, PNG and WebP files lose them for good: what comes back has none, and a source that is removed afterwards takes them along.</source>
        <translation>Ort, Zeit, Kamera, Kommentare und dergleichen. Ohne dies verlieren JPEG-, PNG- und WebP-Dateien sie endgültig: Was zurückkommt, hat keine, und eine Quelle, die danach entfernt wird, nimmt sie mit.</translation>
    </message>
    <message>
        <source>Lets this program show the picture at once. Takes at most a thousandth of the file.</source>
        <translation>So kann dieses Programm das Bild sofort zeigen. Braucht höchstens ein Tausendstel der Datei.</translation>
    </message>
    <message>
        <source>In folders, take only files that fit one of these patterns, separated by semicolons.</source>
        <translation>Aus Ordnern nur Dateien nehmen, die auf eines dieser Muster passen, durch Semikolons getrennt.</translation>
    </message>
    <message>
        <source>In folders, leave out files that fit one of these patterns, separated by semicolons.</source>
        <translation>Aus Ordnern Dateien auslassen, die auf eines dieser Muster passen, durch Semikolons getrennt.</translation>
    </message>
    <message>
        <source>The files are the same everywhere. Automatic is the fastest device that is exact.</source>
        <translation>Die Dateien sind überall gleich. Automatisch ist das schnellste Gerät, das exakt rechnet.</translation>
    </message>
    <message>
        <source>How many processor threads to use. Fewer leave more to other programs.</source>
        <translation>Wie viele Prozessor-Threads benutzt werden. Weniger lassen anderen Programmen mehr.</translation>
    </message>
    <message>
        <source>Larger pictures are never decoded, so that none can take all the memory.</source>
        <translation>Größere Bilder werden nie dekodiert, damit keines den ganzen Speicher belegt.</translation>
    </message>
    <message>
        <source>Keep a small preview inside</source>
        <translation>Kleine Vorschau mitspeichern</translation>
    </message>
    <message>
        <source>Colour profile and orientation are always kept. A JPEG file taken as pixels keeps resolution and EXIF of its metadata, and nothing else.</source>
        <translation>Farbprofil und Ausrichtung bleiben immer erhalten. Eine JPEG-Datei, die als Pixel behandelt wird, behält von ihren Metadaten Auflösung und EXIF, sonst nichts.</translation>
    </message>
    <message>
        <source>Take JPEG files as pixels</source>
        <translation>JPEG-Dateien als Pixel behandeln</translation>
    </message>
    <message>
        <source>Usually makes files larger. Without it a JPEG file comes back byte for byte, and takes less room.</source>
        <translation>Macht Dateien meist größer. Ohne das kommt eine JPEG-Datei Byte für Byte zurück und braucht weniger Platz.</translation>
    </message>
    <message>
        <source>Pictures only</source>
        <translation>Nur Bilder</translation>
    </message>
    <message>
        <source>In folders, take only files whose names are those of pictures.</source>
        <translation>Aus Ordnern nur Dateien nehmen, deren Namen die von Bildern sind.</translation>
    </message>
    <message>
        <source>Take only</source>
        <translation>Nur nehmen</translation>
    </message>
    <message>
        <source>all, or for example *.png; summer/*</source>
        <translation>alles, oder zum Beispiel *.png; sommer/*</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>nothing, or for example *.gif; drafts/*</source>
        <translation>nichts, oder zum Beispiel *.gif; entwürfe/*</translation>
    </message>
    <message>
        <source>Run the model on</source>
        <translation>Modell ausführen auf</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Files at once</source>
        <translation>Dateien gleichzeitig</translation>
    </message>
    <message>
        <source>How many files to work on at the same time. Each takes memory for its picture.</source>
        <translation>Wie viele Dateien gleichzeitig bearbeitet werden. Jede braucht Speicher für ihr Bild.</translation>
    </message>
    <message>
        <source>Largest picture, in pixels</source>
        <translation>Größtes Bild, in Pixeln</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Your own preset. It sets every option, folders and this computer&apos;s too.</source>
        <translation>Ihre eigene Voreinstellung. Sie setzt jede Option, auch Ordner und die dieses Computers.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Small files in reasonable time. Sources stay where they are.</source>
        <translation>Kleine Dateien in vernünftiger Zeit. Quellen bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Less time, somewhat larger files.</source>
        <translation>Weniger Zeit, etwas größere Dateien.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>The smallest files, checked; nothing that exists is replaced.</source>
        <translation>Die kleinsten Dateien, geprüft; nichts Vorhandenes wird ersetzt.</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Sources move to the trash once their results are proven the same.</source>
        <translation>Quellen kommen in den Papierkorb, sobald ihre Ergebnisse bewiesen gleich sind.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Quit Bit-Swap?</source>
        <translation>Bit-Swap beenden?</translation>
    </message>
    <message>
        <source>Files are still being worked on.</source>
        <translation>Es werden noch Dateien bearbeitet.</translation>
    </message>
    <message>
        <source>Finished files are complete. The others stay as they were.</source>
        <translation>Fertige Dateien sind vollständig. Die anderen bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Voreinstellung:</translation>
    </message>
    <message>
        <source>There is a preset called {name} already.</source>
        <translation>Eine Voreinstellung namens {name} gibt es schon.</translation>
    </message>
    <message>
        <source>Makes image files smaller without losing anything, and gives them back.</source>
        <translation>Macht Bilddateien kleiner, ohne etwas zu verlieren, und gibt sie zurück.</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>Über Bit-Swap</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Files: {files}</source>
        <translation>Dateien: {files}</translation>
    </message>
    <message>
        <source>failed: {failed}</source>
        <translation>fehlgeschlagen: {failed}</translation>
    </message>
    <message>
        <source>{size} saved ({percent})</source>
        <translation>{size} gespart ({percent})</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A JPEG of {width} x {height} pixels takes much memory to transcode; at most {limit} are, a quarter of --max-pixels.</source>
        <translation>Ein JPEG von {width} x {height} Pixeln umzucodieren braucht viel Speicher; höchstens {limit} werden es, ein Viertel von --max-pixels.</translation>
    </message>
    <message>
        <source>A coded message is cut short or does not end as a message must.</source>
        <translation>Eine codierte Nachricht ist abgeschnitten oder endet nicht, wie sie muss.</translation>
    </message>
    <message>
        <source>A packed part of the file cannot be unpacked ({error}).</source>
        <translation>Ein gepackter Teil der Datei lässt sich nicht entpacken ({error}).</translation>
    </message>
    <message>
        <source>A packed part of the file does not end where it should.</source>
        <translation>Ein gepackter Teil der Datei endet nicht, wo er sollte.</translation>
    </message>
    <message>
        <source>A packed part of the file does not state its size.</source>
        <translation>Ein gepackter Teil der Datei nennt seine Größe nicht.</translation>
    </message>
    <message>
        <source>A packed part of the file has no bytes; it needs one at least.</source>
        <translation>Ein gepackter Teil der Datei hat keine Bytes; mindestens eines muss es sein.</translation>
    </message>
    <message>
        <source>A packed part of the file holds {size} bytes; at most {limit} can be right there.</source>
        <translation>Ein gepackter Teil der Datei enthält {size} Bytes; höchstens {limit} können dort richtig sein.</translation>
    </message>
    <message>
        <source>A packed part of the file is no Zstandard frame ({error}).</source>
        <translation>Ein gepackter Teil der Datei ist kein Zstandard-Block ({error}).</translation>
    </message>
    <message>
        <source>A part of the file is packed in way {kind}; 0 and 1 are known.</source>
        <translation>Ein Teil der Datei ist auf die Art {kind} gepackt; bekannt sind 0 und 1.</translation>
    </message>
    <message>
        <source>A part of {place} has {count} bytes; {limit} are the limit.</source>
        <translation>Ein Teil von {place} hat {count} Bytes; {limit} sind die Grenze.</translation>
    </message>
    <message>
        <source>A scale index is outside its table.</source>
        <translation>Ein Skalenindex liegt außerhalb seiner Tabelle.</translation>
    </message>
    <message>
        <source>A section of type {kind} occurs twice.</source>
        <translation>Ein Abschnitt der Art {kind} kommt zweimal vor.</translation>
    </message>
    <message>
        <source>A stream is said to be coded in two ways at once.</source>
        <translation>Für einen Strom sind zwei Arten der Codierung zugleich angegeben.</translation>
    </message>
    <message>
        <source>A stream of {tiles} tiles claims {rows} rows of pixels without latents.</source>
        <translation>Ein Strom von {tiles} Kacheln nennt {rows} Pixelzeilen ohne latente Variablen.</translation>
    </message>
    <message>
        <source>A symbol is outside its support.</source>
        <translation>Ein Symbol liegt außerhalb seines Bereichs.</translation>
    </message>
    <message>
        <source>An image of {width} columns cannot be coded as WebP; {limit} are the limit.</source>
        <translation>Ein Bild von {width} Spalten lässt sich nicht als WebP codieren; {limit} sind die Grenze.</translation>
    </message>
    <message>
        <source>An interval is empty or leaves its scale.</source>
        <translation>Ein Intervall ist leer oder verlässt seine Skala.</translation>
    </message>
    <message>
        <source>Another file has the name {name}.</source>
        <translation>Eine andere Datei hat den Namen {name}.</translation>
    </message>
    <message>
        <source>Decoding the coded pixels did not give the picture back. They were discarded.</source>
        <translation>Das Decodieren der codierten Pixel ergab das Bild nicht wieder. Sie wurden verworfen.</translation>
    </message>
    <message>
        <source>Decoding the result did not give the source back. It was discarded.</source>
        <translation>Das Decodieren des Ergebnisses ergab die Quelle nicht wieder. Es wurde verworfen.</translation>
    </message>
    <message>
        <source>It has layers.</source>
        <translation>Es hat Ebenen.</translation>
    </message>
    <message>
        <source>It has several pages.</source>
        <translation>Es hat mehrere Seiten.</translation>
    </message>
    <message>
        <source>It has {channels} channels of up to {greatest}.</source>
        <translation>Es hat {channels} Kanäle mit Werten bis {greatest}.</translation>
    </message>
    <message>
        <source>It holds no image.</source>
        <translation>Es enthält kein Bild.</translation>
    </message>
    <message>
        <source>It is a .bsw file already.</source>
        <translation>Es ist schon eine .bsw-Datei.</translation>
    </message>
    <message>
        <source>It is animated.</source>
        <translation>Es ist animiert.</translation>
    </message>
    <message>
        <source>It is no file but a device, a pipe or the like.</source>
        <translation>Es ist keine Datei, sondern ein Gerät, eine Pipe oder Ähnliches.</translation>
    </message>
    <message>
        <source>It leads back to a folder above it.</source>
        <translation>Es führt zu einem Ordner darüber zurück.</translation>
    </message>
    <message>
        <source>It was compressed with loss.</source>
        <translation>Es wurde mit Verlust komprimiert.</translation>
    </message>
    <message>
        <source>Its JPEG data does not shrink.</source>
        <translation>Seine JPEG-Daten werden nicht kleiner.</translation>
    </message>
    <message>
        <source>Its JPEG data is of a kind that would not come back.</source>
        <translation>Seine JPEG-Daten sind von einer Art, die nicht wiederkäme.</translation>
    </message>
    <message>
        <source>Its chunks are in an unusual order.</source>
        <translation>Seine Blöcke stehen in ungewöhnlicher Reihenfolge.</translation>
    </message>
    <message>
        <source>Its form is unusual ({depth} bits, colour type {colour_type}).</source>
        <translation>Seine Form ist ungewöhnlich ({depth} Bit, Farbtyp {colour_type}).</translation>
    </message>
    <message>
        <source>Its metadata was kept: only that of JPEG, PNG and WebP files can be left out.</source>
        <translation>Ihre Metadaten wurden behalten: Nur die von JPEG-, PNG- und WebP-Dateien lassen sich weglassen.</translation>
    </message>
    <message>
        <source>Its metadata was kept: the file is damaged, holds more than a picture, or is of an unusual form.</source>
        <translation>Ihre Metadaten wurden behalten: Die Datei ist beschädigt, enthält mehr als ein Bild oder hat eine ungewöhnliche Form.</translation>
    </message>
    <message>
        <source>Its pixels are compressed in the file.</source>
        <translation>Seine Pixel sind in der Datei komprimiert.</translation>
    </message>
    <message>
        <source>Its pixels are compressed or spread over the file.</source>
        <translation>Seine Pixel sind komprimiert oder über die Datei verstreut.</translation>
    </message>
    <message>
        <source>Its pixels are kept and not its JPEG data, at {times:.1f} times the JPEG&apos;s size; it comes back as {name}.</source>
        <translation>Seine Pixel werden behalten und nicht seine JPEG-Daten, mit dem {times:.1f}-Fachen der Größe; es kommt als {name} wieder.</translation>
    </message>
    <message>
        <source>Its repetitions suit WebP better than the model.</source>
        <translation>Seine Wiederholungen liegen WebP besser als dem Modell.</translation>
    </message>
    <message>
        <source>Its size field is unusual.</source>
        <translation>Sein Größenfeld ist ungewöhnlich.</translation>
    </message>
    <message>
        <source>JPEG XL suits these pixels better than the model.</source>
        <translation>JPEG XL liegt diesen Pixeln besser als das Modell.</translation>
    </message>
    <message>
        <source>Layer {name} can reach {largest}; float32 is exact only below {limit}.</source>
        <translation>Schicht {name} kann {largest} erreichen; float32 ist nur unter {limit} exakt.</translation>
    </message>
    <message>
        <source>Layer {name} has a scale that is no finite number.</source>
        <translation>Schicht {name} hat eine Skala, die keine endliche Zahl ist.</translation>
    </message>
    <message>
        <source>Links are not followed.</source>
        <translation>Verknüpfungen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Metadata of {count} bytes was left out.</source>
        <translation>Metadaten von {count} Bytes wurden weggelassen.</translation>
    </message>
    <message>
        <source>No coding makes this image smaller than its file is.</source>
        <translation>Keine Codierung macht dieses Bild kleiner, als seine Datei ist.</translation>
    </message>
    <message>
        <source>No device passed the self test. Run `bitswap devices --check` for details.</source>
        <translation>Kein Gerät hat den Selbsttest bestanden. `bitswap devices --check` nennt Einzelheiten.</translation>
    </message>
    <message>
        <source>No file built from its pixels would be the same image.</source>
        <translation>Keine Datei aus seinen Pixeln wäre dasselbe Bild.</translation>
    </message>
    <message>
        <source>Nobody waits for this work any more.</source>
        <translation>Auf diese Arbeit wartet niemand mehr.</translation>
    </message>
    <message>
        <source>Other data follows the image.</source>
        <translation>Auf das Bild folgen andere Daten.</translation>
    </message>
    <message>
        <source>Pillow writes no {kind} files of 16 bits.</source>
        <translation>Pillow schreibt keine {kind}-Dateien mit 16 Bit.</translation>
    </message>
    <message>
        <source>Pixels of the kind {kind} fit in no PNG.</source>
        <translation>Pixel der Art {kind} passen in kein PNG.</translation>
    </message>
    <message>
        <source>Stopped at your request.</source>
        <translation>Auf Ihren Wunsch angehalten.</translation>
    </message>
    <message>
        <source>Stopped at your request. Files finished before this are complete.</source>
        <translation>Auf Ihren Wunsch angehalten. Vorher fertige Dateien sind vollständig.</translation>
    </message>
    <message>
        <source>Surroundings do not belong to the coding {coding}.</source>
        <translation>Zur Codierung {coding} gehört keine Umgebung.</translation>
    </message>
    <message>
        <source>The GIF file ends early, after {count} bytes.</source>
        <translation>Die GIF-Datei endet zu früh, nach {count} Bytes.</translation>
    </message>
    <message>
        <source>The GIF file is damaged ({error}).</source>
        <translation>Die GIF-Datei ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The GIF file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>Die GIF-Datei ist beschädigt: Sie gibt {width} x {height} Pixel an.</translation>
    </message>
    <message>
        <source>The GIF file is damaged: there is no block of type {kind}.</source>
        <translation>Die GIF-Datei ist beschädigt: Einen Block der Art {kind} gibt es nicht.</translation>
    </message>
    <message>
        <source>The JPEG file cannot be transcoded ({error}).</source>
        <translation>Die JPEG-Datei lässt sich nicht umcodieren ({error}).</translation>
    </message>
    <message>
        <source>The JPEG file has {width} x {height} pixels; at most {limit} are decoded, half of --max-pixels.</source>
        <translation>Die JPEG-Datei hat {width} x {height} Pixel; höchstens {limit} werden dekodiert, die Hälfte von --max-pixels.</translation>
    </message>
    <message>
        <source>The JPEG file is damaged ({error}).</source>
        <translation>Die JPEG-Datei ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The PNG file ends early, after {count} bytes.</source>
        <translation>Die PNG-Datei endet zu früh, nach {count} Bytes.</translation>
    </message>
    <message>
        <source>The PNG file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>Die PNG-Datei endet zu früh: {end} Bytes sind angekündigt, {count} sind da.</translation>
    </message>
    <message>
        <source>The PNG file is damaged ({error}).</source>
        <translation>Die PNG-Datei ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The PNG file is damaged: a checksum at byte {position} is wrong.</source>
        <translation>Die PNG-Datei ist beschädigt: Eine Prüfsumme bei Byte {position} ist falsch.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it has no image header or no image data.</source>
        <translation>Die PNG-Datei ist beschädigt: Bildkopf oder Bilddaten fehlen.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>Die PNG-Datei ist beschädigt: Sie gibt {width} x {height} Pixel an.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: its image header has the wrong size.</source>
        <translation>Die PNG-Datei ist beschädigt: Ihr Bildkopf hat die falsche Größe.</translation>
    </message>
    <message>
        <source>The QOI file ends early, after {count} bytes.</source>
        <translation>Die QOI-Datei endet zu früh, nach {count} Bytes.</translation>
    </message>
    <message>
        <source>The QOI file is damaged ({error}).</source>
        <translation>Die QOI-Datei ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The QOI file is damaged: it says {width} x {height} pixels of {channels} channels.</source>
        <translation>Die QOI-Datei ist beschädigt: Sie gibt {width} x {height} Pixel mit {channels} Kanälen an.</translation>
    </message>
    <message>
        <source>The WebP file ends early, after {count} bytes.</source>
        <translation>Die WebP-Datei endet zu früh, nach {count} Bytes.</translation>
    </message>
    <message>
        <source>The WebP file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>Die WebP-Datei endet zu früh: {end} Bytes sind angekündigt, {count} sind da.</translation>
    </message>
    <message>
        <source>The WebP file is damaged ({error}).</source>
        <translation>Die WebP-Datei ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The WebP file is damaged: it has {count} images where 1 is required.</source>
        <translation>Die WebP-Datei ist beschädigt: Sie hat {count} Bilder, wo 1 verlangt ist.</translation>
    </message>
    <message>
        <source>The WebP file is damaged: its image ends in its header.</source>
        <translation>Die WebP-Datei ist beschädigt: Ihr Bild endet im Bildkopf.</translation>
    </message>
    <message>
        <source>The block grid starts at {phase}, outside its period of {grid}.</source>
        <translation>Das Blockraster beginnt bei {phase}, außerhalb seiner Periode von {grid}.</translation>
    </message>
    <message>
        <source>The coded data ends too early: {bits:.0f} bits are left and more are needed.</source>
        <translation>Die codierten Daten enden zu früh: {bits:.0f} Bit sind übrig, und mehr werden gebraucht.</translation>
    </message>
    <message>
        <source>The coded pixels are cut short.</source>
        <translation>Die codierten Pixel sind abgeschnitten.</translation>
    </message>
    <message>
        <source>The coded pixels are missing.</source>
        <translation>Die codierten Pixel fehlen.</translation>
    </message>
    <message>
        <source>The coded pixels do not end where they should.</source>
        <translation>Die codierten Pixel enden nicht, wo sie sollten.</translation>
    </message>
    <message>
        <source>The coded pixels have colours where the header announces grey.</source>
        <translation>Die codierten Pixel haben Farben, wo die Kopfdaten Grau ankündigen.</translation>
    </message>
    <message>
        <source>The decoded file is not the one that was compressed: its size or digest is another.</source>
        <translation>Die decodierte Datei ist nicht die, die komprimiert wurde: Größe oder Prüfwert sind andere.</translation>
    </message>
    <message>
        <source>The decoded pixels are not the ones that were compressed: their digest is another.</source>
        <translation>Die decodierten Pixel sind nicht die, die komprimiert wurden: Ihr Prüfwert ist ein anderer.</translation>
    </message>
    <message>
        <source>The decoded pixels fit in no file of the kind that the header names ({error}).</source>
        <translation>Die decodierten Pixel passen in keine Datei der Art, die die Kopfdaten nennen ({error}).</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>Die Datei änderte sich beim Lesen.</translation>
    </message>
    <message>
        <source>The file ends before its payload.</source>
        <translation>Die Datei endet vor ihren Nutzdaten.</translation>
    </message>
    <message>
        <source>The file ends within its payload.</source>
        <translation>Die Datei endet in ihren Nutzdaten.</translation>
    </message>
    <message>
        <source>The file has a section of type {kind}, which this version does not know. A newer version may read it.</source>
        <translation>Die Datei hat einen Abschnitt der Art {kind}, den diese Version nicht kennt. Eine neuere kann ihn vielleicht lesen.</translation>
    </message>
    <message>
        <source>The file has format version {version}; this program reads version {known}.</source>
        <translation>Die Datei hat die Formatversion {version}; dieses Programm liest Version {known}.</translation>
    </message>
    <message>
        <source>The file has {count} bytes; at most {limit} are unpacked, eight times --max-pixels.</source>
        <translation>Die Datei hat {count} Bytes; höchstens {limit} werden entpackt, das Achtfache von --max-pixels.</translation>
    </message>
    <message>
        <source>The file is damaged: the checksum at byte {position} is not that of its data.</source>
        <translation>Die Datei ist beschädigt: Die Prüfsumme bei Byte {position} passt nicht zu ihren Daten.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is no image, or damaged ({error}).</source>
        <translation>Die Datei ist kein Bild oder beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The file is no image, or of a kind that this version does not know.</source>
        <translation>Die Datei ist kein Bild oder von einer Art, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The file is to be built as kind {kind}, which this version does not know. A newer one may.</source>
        <translation>Die Datei soll als Art {kind} entstehen, die diese Version nicht kennt. Eine neuere vielleicht.</translation>
    </message>
    <message>
        <source>The file is too large to be worked on in memory.</source>
        <translation>Die Datei ist zu groß, um im Speicher bearbeitet zu werden.</translation>
    </message>
    <message>
        <source>The file uses coding {value}, which this version does not know. A newer version may read it.</source>
        <translation>Die Datei benutzt die Codierung {value}, die diese Version nicht kennt. Eine neuere kann sie vielleicht lesen.</translation>
    </message>
    <message>
        <source>The file&apos;s first section is not its header.</source>
        <translation>Der erste Abschnitt der Datei sind nicht ihre Kopfdaten.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read ({why}).</source>
        <translation>Der Ordner {path} lässt sich nicht lesen ({why}).</translation>
    </message>
    <message>
        <source>The header has {length} bytes; {limit} are the limit.</source>
        <translation>Die Kopfdaten haben {length} Bytes; {limit} sind die Grenze.</translation>
    </message>
    <message>
        <source>The header is not valid: {error}.</source>
        <translation>Die Kopfdaten sind nicht gültig: {error}.</translation>
    </message>
    <message>
        <source>The image ends early: it has no room for {width} x {height} pixels.</source>
        <translation>Das Bild endet zu früh: Für {width} x {height} Pixel ist kein Platz.</translation>
    </message>
    <message>
        <source>The image has {width} x {height} pixels; at most {limit} are decoded. --max-pixels changes that.</source>
        <translation>Das Bild hat {width} x {height} Pixel; höchstens {limit} werden decodiert. --max-pixels ändert das.</translation>
    </message>
    <message>
        <source>The image says that it has {width} x {height} pixels.</source>
        <translation>Das Bild gibt {width} x {height} Pixel an.</translation>
    </message>
    <message>
        <source>The image&apos;s header is damaged.</source>
        <translation>Der Kopf des Bildes ist beschädigt.</translation>
    </message>
    <message>
        <source>The installation is incomplete: {path} is missing. Reinstalling puts it back.</source>
        <translation>Die Installation ist unvollständig: {path} fehlt. Neu installieren behebt das.</translation>
    </message>
    <message>
        <source>The message holds another symbol than the one that is to be popped.</source>
        <translation>Die Nachricht enthält ein anderes Symbol als das erwartete.</translation>
    </message>
    <message>
        <source>The model file lacks {name}.</source>
        <translation>Der Modelldatei fehlt {name}.</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {error}.</source>
        <translation>Die Modelldatei {path} lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
        <source>The model file {path} holds model {model}.</source>
        <translation>Die Modelldatei {path} enthält das Modell {model}.</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: its known answers have no names.</source>
        <translation>Die Modelldatei {path} ist beschädigt: Ihre bekannten Antworten haben keine Namen.</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: {error}.</source>
        <translation>Die Modelldatei {path} ist beschädigt: {error}.</translation>
    </message>
    <message>
        <source>The model file {path} was altered: its contents do not match its id.</source>
        <translation>Die Modelldatei {path} wurde verändert: Ihr Inhalt passt nicht zu ihrer Kennung.</translation>
    </message>
    <message>
        <source>The model lacks the tables {names}.</source>
        <translation>Dem Modell fehlen die Tabellen {names}.</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} is {shape}, not what its config says.</source>
        <translation>Die Schicht {name} des Modells ist {shape}, anders als seine Beschreibung sagt.</translation>
    </message>
    <message>
        <source>The model&apos;s table cdf must rise from 0 to 2**24.</source>
        <translation>Die Tabelle cdf des Modells muss von 0 bis 2**24 steigen.</translation>
    </message>
    <message>
        <source>The model&apos;s table exp must lie in 1..2**27 - 1 and never rise.</source>
        <translation>Die Tabelle exp des Modells muss in 1..2**27 - 1 liegen und nie steigen.</translation>
    </message>
    <message>
        <source>The model&apos;s table inverse_scale must lie in 1..2**40 - 1.</source>
        <translation>Die Tabelle inverse_scale des Modells muss in 1..2**40 - 1 liegen.</translation>
    </message>
    <message>
        <source>The model&apos;s table {name} is {kind}{shape}, not {wanted}{wanted_shape}.</source>
        <translation>Die Tabelle {name} des Modells ist {kind}{shape}, nicht {wanted}{wanted_shape}.</translation>
    </message>
    <message>
        <source>The model&apos;s top prior is not what its config says.</source>
        <translation>Die oberste A-priori-Verteilung des Modells ist anders, als seine Beschreibung sagt.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is not what its config says.</source>
        <translation>{name} des Modells ist anders, als seine Beschreibung sagt.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} can ask for scales outside its table of {count}.</source>
        <translation>{name} des Modells kann Skalen außerhalb seiner Tabelle von {count} verlangen.</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} has no room to learn.</source>
        <translation>Die Ebene {name} des Modells hat keinen Platz zum Lernen.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is no scale.</source>
        <translation>{name} des Modells ist keine Skala.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {kind}, not {wanted}.</source>
        <translation>{name} des Modells ist {kind}, nicht {wanted}.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {shape}, not what its config says.</source>
        <translation>{name} des Modells ist {shape}, anders als seine Beschreibung sagt.</translation>
    </message>
    <message>
        <source>The model&apos;s {name}.{part} is {kind}{shape}.</source>
        <translation>{name}.{part} des Modells ist {kind}{shape}.</translation>
    </message>
    <message>
        <source>The number that ends at byte {position} of {place} is not in its shortest form.</source>
        <translation>Die Zahl, die bei Byte {position} von {place} endet, steht nicht in ihrer kürzesten Form.</translation>
    </message>
    <message>
        <source>The output folder {path} is gone.</source>
        <translation>Der Zielordner {path} ist verschwunden.</translation>
    </message>
    <message>
        <source>The parts of the model&apos;s layer {name} differ in length.</source>
        <translation>Die Teile der Schicht {name} des Modells sind verschieden lang.</translation>
    </message>
    <message>
        <source>The payload does not give the JPEG file back ({error}).</source>
        <translation>Die Nutzdaten ergeben die JPEG-Datei nicht wieder ({error}).</translation>
    </message>
    <message>
        <source>The payload ends within a WebP image.</source>
        <translation>Die Nutzdaten enden mitten in einem WebP-Bild.</translation>
    </message>
    <message>
        <source>The payload gives a JPEG file of {count} bytes where {size} are announced.</source>
        <translation>Die Nutzdaten ergeben eine JPEG-Datei von {count} Bytes, wo {size} angekündigt sind.</translation>
    </message>
    <message>
        <source>The payload is a JPEG XL container without an image.</source>
        <translation>Die Nutzdaten sind ein JPEG-XL-Behälter ohne Bild.</translation>
    </message>
    <message>
        <source>The payload is no JPEG XL image.</source>
        <translation>Die Nutzdaten sind kein JPEG-XL-Bild.</translation>
    </message>
    <message>
        <source>The payload is not the JPEG XL image that the header describes ({error}).</source>
        <translation>Die Nutzdaten sind nicht das JPEG-XL-Bild, das die Kopfdaten beschreiben ({error}).</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes ({error}).</source>
        <translation>Die Nutzdaten sind nicht das WebP-Bild, das die Kopfdaten beschreiben ({error}).</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes: its size is another.</source>
        <translation>Die Nutzdaten sind nicht das WebP-Bild, das die Kopfdaten beschreiben: Seine Größe ist eine andere.</translation>
    </message>
    <message>
        <source>The permissions could not be kept ({why}).</source>
        <translation>Die Zugriffsrechte konnten nicht übernommen werden ({why}).</translation>
    </message>
    <message>
        <source>The picture is too large to be made small here.</source>
        <translation>Das Bild ist zu groß, um hier verkleinert zu werden.</translation>
    </message>
    <message>
        <source>The result could not be decoded, and was discarded: {error}</source>
        <translation>Das Ergebnis ließ sich nicht decodieren und wurde verworfen: {error}</translation>
    </message>
    <message>
        <source>The source could not be removed ({why}).</source>
        <translation>Die Quelle konnte nicht entfernt werden ({why}).</translation>
    </message>
    <message>
        <source>The source was not removed, because it changed meanwhile.</source>
        <translation>Die Quelle wurde nicht entfernt, weil sie sich inzwischen geändert hat.</translation>
    </message>
    <message>
        <source>The thumbnail has {count} bytes; {limit} are the limit.</source>
        <translation>Die Vorschau hat {count} Bytes; {limit} sind die Grenze.</translation>
    </message>
    <message>
        <source>The thumbnail has {width} x {height} pixels; {limit} are the limit.</source>
        <translation>Die Vorschau hat {width} x {height} Pixel; {limit} sind die Grenze.</translation>
    </message>
    <message>
        <source>The thumbnail is no WebP picture ({error}).</source>
        <translation>Die Vorschau ist kein WebP-Bild ({error}).</translation>
    </message>
    <message>
        <source>The time of the last change could not be kept ({why}).</source>
        <translation>Der Zeitpunkt der letzten Änderung konnte nicht übernommen werden ({why}).</translation>
    </message>
    <message>
        <source>The {name} file is damaged ({error}).</source>
        <translation>Die {name}-Datei ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>There is no effort {model!r}; there are {names}.</source>
        <translation>Den Aufwand {model!r} gibt es nicht; es gibt {names}.</translation>
    </message>
    <message>
        <source>There is no file to work on in {names}.</source>
        <translation>In {names} ist keine Datei zu bearbeiten.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Die Datei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no picture to show ({error}).</source>
        <translation>Es gibt kein Bild zu zeigen ({error}).</translation>
    </message>
    <message>
        <source>There is no {requested} device here; found {names}.</source>
        <translation>Ein Gerät {requested} gibt es hier nicht; gefunden: {names}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this file.</source>
        <translation>Für diese Datei reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>This file needs the model {name}, which this version does not have; a newer version may.</source>
        <translation>Diese Datei braucht das Modell {name}, das diese Version nicht hat; eine neuere vielleicht.</translation>
    </message>
    <message>
        <source>This is not a Bit-Swap file.</source>
        <translation>Das ist keine Bit-Swap-Datei.</translation>
    </message>
    <message>
        <source>You may not read {path}.</source>
        <translation>Sie dürfen {path} nicht lesen.</translation>
    </message>
    <message>
        <source>a PNG</source>
        <translation>ein PNG</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>ein Teil des Pfads ist kein Ordner</translation>
    </message>
    <message>
        <source>it would be larger than a file may be there</source>
        <translation>sie wäre größer, als eine Datei dort sein darf</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>ihr Ordner ist verschwunden</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>ihr Name ist zu lang</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>dort kann nichts geschrieben werden</translation>
    </message>
    <message>
        <source>the fastest device that passed the self test</source>
        <translation>das schnellste Gerät, das den Selbsttest bestanden hat</translation>
    </message>
    <message>
        <source>there is no space left</source>
        <translation>es ist kein Platz mehr</translation>
    </message>
    <message>
        <source>there is no space left for you</source>
        <translation>für Sie ist kein Platz mehr</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>Sie haben es gewählt</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <translation>Sie dürfen dort nicht schreiben</translation>
    </message>
    <message>
        <source>{count} bytes should follow at byte {position} of {place}; {left} do.</source>
        <translation>{count} Bytes sollten bei Byte {position} von {place} folgen; {left} sind es.</translation>
    </message>
    <message>
        <source>{device} cannot run the model exactly ({faults}); its files would not open elsewhere.</source>
        <translation>{device} kann das Modell nicht exakt ausführen ({faults}); die Dateien gingen anderswo nicht auf.</translation>
    </message>
    <message>
        <source>{device} failed the self test, so its files would not open elsewhere: {note}</source>
        <translation>{device} hat den Selbsttest nicht bestanden, die Dateien gingen anderswo nicht auf: {note}</translation>
    </message>
    <message>
        <source>{kind} cannot hold these pixels ({error}).</source>
        <translation>{kind} kann diese Pixel nicht aufnehmen ({error}).</translation>
    </message>
    <message>
        <source>{left} bytes follow the end of {place}.</source>
        <translation>Nach dem Ende von {place} folgen {left} Bytes.</translation>
    </message>
    <message>
        <source>{name} files are compressed already.</source>
        <translation>{name}-Dateien sind schon komprimiert.</translation>
    </message>
    <message>
        <source>{name} files are kept as they are.</source>
        <translation>{name}-Dateien werden behalten, wie sie sind.</translation>
    </message>
    <message>
        <source>{name} is there already and up to date.</source>
        <translation>{name} ist schon da und auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>{note} {other}</source>
        <translation>{note} {other}</translation>
    </message>
    <message>
        <source>{path!r} cannot be the name of a file.</source>
        <translation>{path!r} kann kein Dateiname sein.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <translation>{path} lässt sich nicht lesen ({why}).</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>{path} changed while it was read.</source>
        <translation>{path} änderte sich beim Lesen.</translation>
    </message>
    <message>
        <source>{path} could not be read back, so the source stays ({why}).</source>
        <translation>{path} ließ sich nicht zurücklesen, darum bleibt die Quelle ({why}).</translation>
    </message>
    <message>
        <source>{path} exists already, and so do {count} others with a number.</source>
        <translation>{path} gibt es schon, und {count} weitere mit einer Nummer auch.</translation>
    </message>
    <message>
        <source>{path} exists already. --overwrite replaces it, --existing says what else can be done.</source>
        <translation>{path} gibt es schon. --overwrite ersetzt die Datei, --existing nennt, was sonst geht.</translation>
    </message>
    <message>
        <source>{path} has {count} bytes; files of up to {limit} bytes can be taken.</source>
        <translation>{path} hat {count} Bytes; Dateien bis {limit} Bytes sind möglich.</translation>
    </message>
    <message>
        <source>{path} is a folder where a file is needed.</source>
        <translation>{path} ist ein Ordner, wo eine Datei gebraucht wird.</translation>
    </message>
    <message>
        <source>{path} is a folder, so no file of that name can be written.</source>
        <translation>{path} ist ein Ordner, darum kann keine Datei dieses Namens geschrieben werden.</translation>
    </message>
    <message>
        <source>{path} is no file but a device, a pipe or the like.</source>
        <translation>{path} ist keine Datei, sondern ein Gerät, eine Pipe oder Ähnliches.</translation>
    </message>
    <message>
        <source>{path} is not a Bit-Swap model of version {version}.</source>
        <translation>{path} ist kein Bit-Swap-Modell der Version {version}.</translation>
    </message>
    <message>
        <source>{path} is the source itself; choose another folder with -o.</source>
        <translation>{path} ist die Quelle selbst; -o wählt einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} was read back and is not what was written, so the source stays.</source>
        <translation>{path} wurde zurückgelesen und ist nicht, was geschrieben wurde, darum bleibt die Quelle.</translation>
    </message>
    <message>
        <source>{reason} The JPEG file itself is kept.</source>
        <translation>{reason} Die JPEG-Datei selbst wird behalten.</translation>
    </message>
    <message>
        <source>{reason}; {names} failed the self test</source>
        <translation>{reason}; {names} hat den Selbsttest nicht bestanden</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Komprimiert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation>Komprimiert</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüft</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Bit-Swap model</source>
        <translation>Bit-Swap-Modell</translation>
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
        <translation>JPEG, neu gepackt</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie sie ist</translation>
    </message>
    <message>
        <source>“{option}”</source>
        <translation>„{option}“</translation>
    </message>
    <message>
        <source>This is not a picture that can be compressed</source>
        <translation>Das ist kein Bild, das komprimiert werden kann</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The result cannot be written</source>
        <translation>Das Ergebnis kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>A newer version of Bit-Swap is needed</source>
        <translation>Eine neuere Version von Bit-Swap wird benötigt</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>This is not a .bsw file</source>
        <translation>Das ist keine .bsw-Datei</translation>
    </message>
    <message>
        <source>The model is missing</source>
        <translation>Das Modell fehlt</translation>
    </message>
    <message>
        <source>The device cannot be used</source>
        <translation>Das Gerät kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>The result was not the same, and was discarded</source>
        <translation>Das Ergebnis war nicht gleich und wurde verworfen</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>Es hat nicht geklappt</translation>
    </message>
</context>
</TS>
