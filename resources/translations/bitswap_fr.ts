<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>BarChart</name>
    <message>
        <source>Sizes compared</source>
        <translation>Comparaison des tailles</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Une erreur est survenue</translation>
    </message>
    <message>
        <source>This is a fault in Bit-Swap, not in your files. Nothing was lost, and the program goes on.
The report below helps to mend it. It holds no pictures, but it may hold names of files.</source>
        <translation>C’est un défaut de Bit-Swap, pas de vos fichiers. Rien n’est perdu et le programme continue.
Le rapport ci-dessous aide à le corriger. Il ne contient aucune image, mais peut-être des noms de fichiers.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format&#xa0;:</translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation>Image&#xa0;:</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modèle&#xa0;:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fichier&#xa0;:</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>Tâche&#xa0;:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Résultat&#xa0;:</translation>
    </message>
    <message>
        <source>Original:</source>
        <translation>Original&#xa0;:</translation>
    </message>
    <message>
        <source>Compressed:</source>
        <translation>Compressé&#xa0;:</translation>
    </message>
    <message>
        <source>Coding:</source>
        <translation>Codage&#xa0;:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Durée&#xa0;:</translation>
    </message>
</context>
<context>
    <name>DeviceLabel</name>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>Préparation du modèle…</translation>
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
        <translation>Déposez ici des images ou des dossiers</translation>
    </message>
    <message>
        <source>Pictures become smaller .bsw files without losing anything.
.bsw files give their pictures back, exactly as they were.</source>
        <translation>Les images deviennent des fichiers .bsw plus petits, sans rien perdre.
Les fichiers .bsw rendent leurs images exactement telles qu’elles étaient.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Looking for files…</source>
        <translation>Recherche de fichiers…</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n ligne copiée.</numerusform>
            <numerusform>%n lignes copiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n file(s).</source>
        <translation>
            <numerusform>%n fichier ajouté.</numerusform>
            <numerusform>%n fichiers ajoutés.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing new to work on in {names}.</source>
        <translation>Il n’y a rien de nouveau à traiter dans {names}.</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Terminé.</translation>
    </message>
    <message numerus="yes">
        <source>Finished; %n file(s) failed. Double-click one to see why.</source>
        <translation>
            <numerusform>Terminé&#xa0;; %n fichier a échoué. Double-cliquez dessus pour savoir pourquoi.</numerusform>
            <numerusform>Terminé&#xa0;; %n fichiers ont échoué. Double-cliquez sur l’un d’eux pour savoir pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>More</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Rétablir les valeurs par défaut</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Save the options as a preset…</source>
        <translation>Enregistrer les options comme préréglage…</translation>
    </message>
    <message>
        <source>Rename this preset…</source>
        <translation>Renommer ce préréglage…</translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation>Supprimer ce préréglage</translation>
    </message>
    <message>
        <source>Save, rename or delete presets of your own</source>
        <translation>Enregistrer, renommer ou supprimer vos propres préréglages</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Your own choice</source>
        <translation>Votre propre choix</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Progress of decoding</source>
        <translation>Progression du décodage</translation>
    </message>
    <message>
        <source>Compare sizes</source>
        <translation>Comparer les tailles</translation>
    </message>
    <message>
        <source>Shows how large this picture is as PNG, WebP, JPEG XL and .bsw.</source>
        <translation>Montre la taille de cette image en PNG, WebP, JPEG XL et .bsw.</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>Afficher en entier</translation>
    </message>
    <message>
        <source>Decodes the picture, which takes a while. Nothing is written.</source>
        <translation>Décode l’image, ce qui prend un moment. Rien n’est écrit.</translation>
    </message>
    <message>
        <source>Select a file to see its picture.</source>
        <translation>Sélectionnez un fichier pour voir son image.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>Ce type de fichier ne peut pas être affiché ici.</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>This file</source>
        <translation>Ce fichier</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Find by name or folder</source>
        <translation>Rechercher par nom ou dossier</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Rechercher dans la liste</translation>
    </message>
    <message>
        <source>Which files to show</source>
        <translation>Quels fichiers afficher</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Non terminés</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Progress of all files</source>
        <translation>Progression de tous les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>{finished} of %n file(s)</source>
        <translation>
            <numerusform>{finished} sur %n fichier</numerusform>
            <numerusform>{finished} sur %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} saved · {percent}</source>
        <translation>{size} économisés · {percent}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>environ {duration} restantes</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Ajouter un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Work on all files that wait</source>
        <translation>Traiter tous les fichiers en attente</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Mettre en pause ou continuer</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Stop; files that are not finished stay in the list</source>
        <translation>Arrêter&#xa0;; les fichiers non terminés restent dans la liste</translation>
    </message>
    <message>
        <source>Stop the selected files</source>
        <translation>Arrêter les fichiers sélectionnés</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>Decode the selected .bsw files in full and write nothing</source>
        <translation>Décoder entièrement les fichiers .bsw sélectionnés sans rien écrire</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Retirer de la liste</translation>
    </message>
    <message>
        <source>Remove from the list; files stay where they are</source>
        <translation>Retirer de la liste&#xa0;; les fichiers restent où ils sont</translation>
    </message>
    <message>
        <source>Remove what is done</source>
        <translation>Retirer ce qui est terminé</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Détails…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Copy report as text</source>
        <translation>Copier le rapport en texte</translation>
    </message>
    <message>
        <source>Copy report as CSV</source>
        <translation>Copier le rapport en CSV</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Rechercher dans la liste</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Options</translation>
    </message>
    <message>
        <source>P&amp;review</source>
        <translation>Ape&amp;rçu</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>À propos de Bit-Swap</translation>
    </message>
</context>
<context>
    <name>availability</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>choosing</name>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
</context>
<context>
    <name>look</name>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>La langue changera au prochain démarrage du programme.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>File d’a&amp;ttente</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>How much time to spend for smaller files. Nothing is lost with any of them.</source>
        <translation>Le temps à consacrer à des fichiers plus petits. Rien n’est perdu dans aucun cas.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High: smallest files</source>
        <translation>Élevé&#xa0;: fichiers minimaux</translation>
    </message>
    <message>
        <source>Write results to</source>
        <translation>Écrire les résultats dans</translation>
    </message>
    <message>
        <source>The folder for all results. Left empty, each result stands beside its source.</source>
        <translation>Le dossier de tous les résultats. S’il est vide, chaque résultat est placé à côté de sa source.</translation>
    </message>
    <message>
        <source>Beside the sources</source>
        <translation>À côté des sources</translation>
    </message>
    <message>
        <source>Keep the structure of folders</source>
        <translation>Garder la structure des dossiers</translation>
    </message>
    <message>
        <source>Subfolders of a folder you add are made again in the folder for results.</source>
        <translation>Les sous-dossiers d’un dossier ajouté sont recréés dans le dossier des résultats.</translation>
    </message>
    <message>
        <source>If the result exists</source>
        <translation>Si le résultat existe déjà</translation>
    </message>
    <message>
        <source>What to do where another file has the name of a result already.</source>
        <translation>Que faire si un autre fichier porte déjà le nom d’un résultat.</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>Signaler une erreur</translation>
    </message>
    <message>
        <source>Skip the file</source>
        <translation>Ignorer le fichier</translation>
    </message>
    <message>
        <source>Keep both: add a number</source>
        <translation>Garder les deux&#xa0;: ajouter un numéro</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>Afterwards, the source is</source>
        <translation>Ensuite, la source est</translation>
    </message>
    <message>
        <source>What becomes of a source once its result was read back from the disk, decoded and found the same.</source>
        <translation>Ce que devient une source une fois son résultat relu sur le disque, décodé et reconnu identique.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>conservée</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>mise à la corbeille</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>supprimée définitivement</translation>
    </message>
    <message>
        <source>Check every result</source>
        <translation>Vérifier chaque résultat</translation>
    </message>
    <message>
        <source>Decodes each result and compares it with its source before keeping it. Leave this on.</source>
        <translation>Décode chaque résultat et le compare à sa source avant de le garder. Laissez cette option active.</translation>
    </message>
    <message>
        <source>Keep metadata</source>
        <translation>Garder les métadonnées</translation>
    </message>
    <message>
        <source>Place, time, camera, comments and the like. Without this, JPEG, PNG and WebP files lose them for good: what comes back has none, and a source that is removed afterwards takes them along.</source>
        <translation>Lieu, date, appareil, commentaires, etc. Sinon, les fichiers JPEG, PNG et WebP les perdent pour de bon&#xa0;: ce qui revient n’en a pas, et une source retirée ensuite les emporte.</translation>
    </message>
    <message>
        <source>Lets this program show the picture at once. Takes at most a thousandth of the file.</source>
        <translation>Permet d’afficher l’image aussitôt. Prend au plus un millième du fichier.</translation>
    </message>
    <message>
        <source>In folders, take only files that fit one of these patterns, separated by semicolons.</source>
        <translation>Dans les dossiers, ne prendre que les fichiers correspondant à l’un de ces motifs, séparés par des points-virgules.</translation>
    </message>
    <message>
        <source>In folders, leave out files that fit one of these patterns, separated by semicolons.</source>
        <translation>Dans les dossiers, laisser de côté les fichiers correspondant à l’un de ces motifs, séparés par des points-virgules.</translation>
    </message>
    <message>
        <source>The files are the same everywhere. Automatic is the fastest device that is exact.</source>
        <translation>Les fichiers sont les mêmes partout. Automatique est l’appareil exact le plus rapide.</translation>
    </message>
    <message>
        <source>How many processor threads to use. Fewer leave more to other programs.</source>
        <translation>Combien de threads du processeur utiliser. Moins en laisse davantage aux autres programmes.</translation>
    </message>
    <message>
        <source>Larger pictures are never decoded, so that none can take all the memory.</source>
        <translation>Les images plus grandes ne sont jamais décodées, afin qu’aucune n’occupe toute la mémoire.</translation>
    </message>
    <message>
        <source>Keep a small preview inside</source>
        <translation>Inclure un petit aperçu</translation>
    </message>
    <message>
        <source>Colour profile and orientation are always kept. A JPEG file taken as pixels keeps resolution and EXIF of its metadata, and nothing else.</source>
        <translation>Le profil de couleurs et l’orientation sont toujours conservés. Un JPEG traité comme des pixels ne garde de ses métadonnées que la résolution et l’EXIF.</translation>
    </message>
    <message>
        <source>Take JPEG files as pixels</source>
        <translation>Traiter les JPEG comme des pixels</translation>
    </message>
    <message>
        <source>Usually makes files larger. Without it a JPEG file comes back byte for byte, and takes less room.</source>
        <translation>Agrandit généralement les fichiers. Sans cela, un JPEG revient octet pour octet et prend moins de place.</translation>
    </message>
    <message>
        <source>Pictures only</source>
        <translation>Images seulement</translation>
    </message>
    <message>
        <source>In folders, take only files whose names are those of pictures.</source>
        <translation>Dans les dossiers, ne prendre que les fichiers portant un nom d’image.</translation>
    </message>
    <message>
        <source>Take only</source>
        <translation>Ne prendre que</translation>
    </message>
    <message>
        <source>all, or for example *.png; summer/*</source>
        <translation>tout, ou par exemple *.png; été/*</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>nothing, or for example *.gif; drafts/*</source>
        <translation>rien, ou par exemple *.gif; brouillons/*</translation>
    </message>
    <message>
        <source>Run the model on</source>
        <translation>Exécuter le modèle sur</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Processeur (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Carte graphique (CUDA)</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Threads du processeur</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Files at once</source>
        <translation>Fichiers à la fois</translation>
    </message>
    <message>
        <source>How many files to work on at the same time. Each takes memory for its picture.</source>
        <translation>Combien de fichiers traiter en même temps. Chacun prend de la mémoire pour son image.</translation>
    </message>
    <message>
        <source>Largest picture, in pixels</source>
        <translation>Plus grande image, en pixels</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Your own preset. It sets every option, folders and this computer&apos;s too.</source>
        <translation>Votre propre préréglage. Il fixe toutes les options, y compris les dossiers et celles de cet ordinateur.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Small files in reasonable time. Sources stay where they are.</source>
        <translation>De petits fichiers en un temps raisonnable. Les sources restent en place.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Less time, somewhat larger files.</source>
        <translation>Moins de temps, des fichiers un peu plus gros.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>The smallest files, checked; nothing that exists is replaced.</source>
        <translation>Les fichiers les plus petits, vérifiés&#xa0;; rien d’existant n’est remplacé.</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>Faire de la place</translation>
    </message>
    <message>
        <source>Sources move to the trash once their results are proven the same.</source>
        <translation>Les sources vont à la corbeille une fois leurs résultats prouvés identiques.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Quit Bit-Swap?</source>
        <translation>Quitter Bit-Swap&#xa0;?</translation>
    </message>
    <message>
        <source>Files are still being worked on.</source>
        <translation>Des fichiers sont encore en cours de traitement.</translation>
    </message>
    <message>
        <source>Finished files are complete. The others stay as they were.</source>
        <translation>Les fichiers terminés sont complets. Les autres restent tels qu’ils étaient.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Arrêter et quitter</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nom du préréglage&#xa0;:</translation>
    </message>
    <message>
        <source>There is a preset called {name} already.</source>
        <translation>Il existe déjà un préréglage nommé {name}.</translation>
    </message>
    <message>
        <source>Makes image files smaller without losing anything, and gives them back.</source>
        <translation>Réduit les fichiers d’images sans rien perdre, et les rend.</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>À propos de Bit-Swap</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Files: {files}</source>
        <translation>Fichiers&#xa0;: {files}</translation>
    </message>
    <message>
        <source>failed: {failed}</source>
        <translation>échecs&#xa0;: {failed}</translation>
    </message>
    <message>
        <source>{size} saved ({percent})</source>
        <translation>{size} économisés ({percent})</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A JPEG of {width} x {height} pixels takes much memory to transcode; at most {limit} are, a quarter of --max-pixels.</source>
        <translation>Transcoder un JPEG de {width} x {height} pixels demande beaucoup de mémoire&#xa0;; {limit} au plus sont acceptés, un quart de --max-pixels.</translation>
    </message>
    <message>
        <source>A coded message is cut short or does not end as a message must.</source>
        <translation>Un message codé est tronqué ou ne se termine pas comme il le doit.</translation>
    </message>
    <message>
        <source>A packed part of the file cannot be unpacked ({error}).</source>
        <translation>Une partie du fichier ne peut pas être décompressée ({error}).</translation>
    </message>
    <message>
        <source>A packed part of the file does not end where it should.</source>
        <translation>Une partie compressée du fichier ne se termine pas où elle le devrait.</translation>
    </message>
    <message>
        <source>A packed part of the file does not state its size.</source>
        <translation>Une partie compressée du fichier n&apos;indique pas sa taille.</translation>
    </message>
    <message>
        <source>A packed part of the file has no bytes; it needs one at least.</source>
        <translation>Une partie compressée du fichier est vide&#xa0;; il lui faut au moins un octet.</translation>
    </message>
    <message>
        <source>A packed part of the file holds {size} bytes; at most {limit} can be right there.</source>
        <translation>Une partie compressée du fichier contient {size} octets&#xa0;; {limit} au plus sont possibles à cet endroit.</translation>
    </message>
    <message>
        <source>A packed part of the file is no Zstandard frame ({error}).</source>
        <translation>Une partie compressée du fichier n&apos;est pas une trame Zstandard ({error}).</translation>
    </message>
    <message>
        <source>A part of the file is packed in way {kind}; 0 and 1 are known.</source>
        <translation>Une partie du fichier est compressée de la façon {kind}&#xa0;; 0 et 1 sont connues.</translation>
    </message>
    <message>
        <source>A part of {place} has {count} bytes; {limit} are the limit.</source>
        <translation>Une partie de {place} a {count} octets&#xa0;; la limite est {limit}.</translation>
    </message>
    <message>
        <source>A scale index is outside its table.</source>
        <translation>Un indice d&apos;échelle est hors de sa table.</translation>
    </message>
    <message>
        <source>A section of type {kind} occurs twice.</source>
        <translation>Une section de type {kind} apparaît deux fois.</translation>
    </message>
    <message>
        <source>A stream is said to be coded in two ways at once.</source>
        <translation>Un flux est annoncé comme codé de deux façons à la fois.</translation>
    </message>
    <message>
        <source>A stream of {tiles} tiles claims {rows} rows of pixels without latents.</source>
        <translation>Un flux de {tiles} tuiles annonce {rows} lignes de pixels sans variables latentes.</translation>
    </message>
    <message>
        <source>A symbol is outside its support.</source>
        <translation>Un symbole est hors de son domaine.</translation>
    </message>
    <message>
        <source>An image of {width} columns cannot be coded as WebP; {limit} are the limit.</source>
        <translation>Une image de {width} colonnes ne peut pas être codée en WebP&#xa0;; la limite est {limit}.</translation>
    </message>
    <message>
        <source>An interval is empty or leaves its scale.</source>
        <translation>Un intervalle est vide ou sort de son échelle.</translation>
    </message>
    <message>
        <source>Another file has the name {name}.</source>
        <translation>Un autre fichier porte le nom {name}.</translation>
    </message>
    <message>
        <source>Decoding the coded pixels did not give the picture back. They were discarded.</source>
        <translation>Le décodage des pixels codés n&apos;a pas redonné l&apos;image. Ils ont été rejetés.</translation>
    </message>
    <message>
        <source>Decoding the result did not give the source back. It was discarded.</source>
        <translation>Le décodage du résultat n&apos;a pas redonné l&apos;original. Il a été rejeté.</translation>
    </message>
    <message>
        <source>It has layers.</source>
        <translation>Il comporte des calques.</translation>
    </message>
    <message>
        <source>It has several pages.</source>
        <translation>Il comporte plusieurs pages.</translation>
    </message>
    <message>
        <source>It has {channels} channels of up to {greatest}.</source>
        <translation>Il a {channels} canaux allant jusqu&apos;à {greatest}.</translation>
    </message>
    <message>
        <source>It holds no image.</source>
        <translation>Il ne contient aucune image.</translation>
    </message>
    <message>
        <source>It is a .bsw file already.</source>
        <translation>C&apos;est déjà un fichier .bsw.</translation>
    </message>
    <message>
        <source>It is animated.</source>
        <translation>Il est animé.</translation>
    </message>
    <message>
        <source>It is no file but a device, a pipe or the like.</source>
        <translation>Ce n&apos;est pas un fichier mais un périphérique, un tube ou autre.</translation>
    </message>
    <message>
        <source>It leads back to a folder above it.</source>
        <translation>Il ramène à un dossier situé au-dessus.</translation>
    </message>
    <message>
        <source>It was compressed with loss.</source>
        <translation>Il a été compressé avec perte.</translation>
    </message>
    <message>
        <source>Its JPEG data does not shrink.</source>
        <translation>Ses données JPEG ne diminuent pas.</translation>
    </message>
    <message>
        <source>Its JPEG data is of a kind that would not come back.</source>
        <translation>Ses données JPEG sont d&apos;un type qui ne reviendrait pas.</translation>
    </message>
    <message>
        <source>Its chunks are in an unusual order.</source>
        <translation>Ses blocs sont dans un ordre inhabituel.</translation>
    </message>
    <message>
        <source>Its form is unusual ({depth} bits, colour type {colour_type}).</source>
        <translation>Sa forme est inhabituelle ({depth} bits, type de couleur {colour_type}).</translation>
    </message>
    <message>
        <source>Its metadata was kept: only that of JPEG, PNG and WebP files can be left out.</source>
        <translation>Ses métadonnées ont été conservées&#xa0;: seules celles des fichiers JPEG, PNG et WebP peuvent être omises.</translation>
    </message>
    <message>
        <source>Its metadata was kept: the file is damaged, holds more than a picture, or is of an unusual form.</source>
        <translation>Ses métadonnées ont été conservées&#xa0;: le fichier est endommagé, contient plus qu’une image ou a une forme inhabituelle.</translation>
    </message>
    <message>
        <source>Its pixels are compressed in the file.</source>
        <translation>Ses pixels sont compressés dans le fichier.</translation>
    </message>
    <message>
        <source>Its pixels are compressed or spread over the file.</source>
        <translation>Ses pixels sont compressés ou dispersés dans le fichier.</translation>
    </message>
    <message>
        <source>Its pixels are kept and not its JPEG data, at {times:.1f} times the JPEG&apos;s size; it comes back as {name}.</source>
        <translation>Ses pixels sont conservés et non ses données JPEG, à {times:.1f} fois la taille du JPEG&#xa0;; il revient en tant que {name}.</translation>
    </message>
    <message>
        <source>Its repetitions suit WebP better than the model.</source>
        <translation>Ses répétitions conviennent mieux à WebP qu&apos;au modèle.</translation>
    </message>
    <message>
        <source>Its size field is unusual.</source>
        <translation>Son champ de taille est inhabituel.</translation>
    </message>
    <message>
        <source>JPEG XL suits these pixels better than the model.</source>
        <translation>JPEG XL convient mieux à ces pixels que le modèle.</translation>
    </message>
    <message>
        <source>Layer {name} can reach {largest}; float32 is exact only below {limit}.</source>
        <translation>La couche {name} peut atteindre {largest}&#xa0;; float32 n&apos;est exact qu&apos;en dessous de {limit}.</translation>
    </message>
    <message>
        <source>Layer {name} has a scale that is no finite number.</source>
        <translation>La couche {name} a une échelle qui n&apos;est pas un nombre fini.</translation>
    </message>
    <message>
        <source>Links are not followed.</source>
        <translation>Les liens ne sont pas suivis.</translation>
    </message>
    <message>
        <source>Metadata of {count} bytes was left out.</source>
        <translation>Métadonnées omises&#xa0;: {count} octets.</translation>
    </message>
    <message>
        <source>No coding makes this image smaller than its file is.</source>
        <translation>Aucun codage ne rend cette image plus petite que son fichier.</translation>
    </message>
    <message>
        <source>No device passed the self test. Run `bitswap devices --check` for details.</source>
        <translation>Aucun appareil n&apos;a réussi l&apos;autotest. `bitswap devices --check` donne les détails.</translation>
    </message>
    <message>
        <source>No file built from its pixels would be the same image.</source>
        <translation>Aucun fichier construit à partir de ses pixels ne serait la même image.</translation>
    </message>
    <message>
        <source>Nobody waits for this work any more.</source>
        <translation>Plus personne n&apos;attend ce travail.</translation>
    </message>
    <message>
        <source>Other data follows the image.</source>
        <translation>D&apos;autres données suivent l&apos;image.</translation>
    </message>
    <message>
        <source>Pillow writes no {kind} files of 16 bits.</source>
        <translation>Pillow n&apos;écrit pas de fichiers {kind} en 16 bits.</translation>
    </message>
    <message>
        <source>Pixels of the kind {kind} fit in no PNG.</source>
        <translation>Les pixels de type {kind} n&apos;entrent dans aucun PNG.</translation>
    </message>
    <message>
        <source>Stopped at your request.</source>
        <translation>Arrêté à votre demande.</translation>
    </message>
    <message>
        <source>Stopped at your request. Files finished before this are complete.</source>
        <translation>Arrêté à votre demande. Les fichiers terminés auparavant sont complets.</translation>
    </message>
    <message>
        <source>Surroundings do not belong to the coding {coding}.</source>
        <translation>Le codage {coding} ne comporte pas d&apos;environnement.</translation>
    </message>
    <message>
        <source>The GIF file ends early, after {count} bytes.</source>
        <translation>Le fichier GIF se termine trop tôt, après {count} octets.</translation>
    </message>
    <message>
        <source>The GIF file is damaged ({error}).</source>
        <translation>Le fichier GIF est endommagé ({error}).</translation>
    </message>
    <message>
        <source>The GIF file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>Le fichier GIF est endommagé&#xa0;: il annonce {width} x {height} pixels.</translation>
    </message>
    <message>
        <source>The GIF file is damaged: there is no block of type {kind}.</source>
        <translation>Le fichier GIF est endommagé&#xa0;: il n&apos;existe pas de bloc de type {kind}.</translation>
    </message>
    <message>
        <source>The JPEG file cannot be transcoded ({error}).</source>
        <translation>Le fichier JPEG ne peut pas être transcodé ({error}).</translation>
    </message>
    <message>
        <source>The JPEG file has {width} x {height} pixels; at most {limit} are decoded, half of --max-pixels.</source>
        <translation>Le fichier JPEG compte {width} x {height} pixels&#xa0;; {limit} au plus sont décodés, la moitié de --max-pixels.</translation>
    </message>
    <message>
        <source>The JPEG file is damaged ({error}).</source>
        <translation>Le fichier JPEG est endommagé ({error}).</translation>
    </message>
    <message>
        <source>The PNG file ends early, after {count} bytes.</source>
        <translation>Le fichier PNG se termine trop tôt, après {count} octets.</translation>
    </message>
    <message>
        <source>The PNG file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>Le fichier PNG se termine trop tôt&#xa0;: {end} octets sont annoncés, {count} sont là.</translation>
    </message>
    <message>
        <source>The PNG file is damaged ({error}).</source>
        <translation>Le fichier PNG est endommagé ({error}).</translation>
    </message>
    <message>
        <source>The PNG file is damaged: a checksum at byte {position} is wrong.</source>
        <translation>Le fichier PNG est endommagé&#xa0;: une somme de contrôle à l&apos;octet {position} est fausse.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it has no image header or no image data.</source>
        <translation>Le fichier PNG est endommagé&#xa0;: il lui manque l&apos;en-tête ou les données de l&apos;image.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>Le fichier PNG est endommagé&#xa0;: il annonce {width} x {height} pixels.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: its image header has the wrong size.</source>
        <translation>Le fichier PNG est endommagé&#xa0;: son en-tête n&apos;a pas la bonne taille.</translation>
    </message>
    <message>
        <source>The QOI file ends early, after {count} bytes.</source>
        <translation>Le fichier QOI se termine trop tôt, après {count} octets.</translation>
    </message>
    <message>
        <source>The QOI file is damaged ({error}).</source>
        <translation>Le fichier QOI est endommagé ({error}).</translation>
    </message>
    <message>
        <source>The QOI file is damaged: it says {width} x {height} pixels of {channels} channels.</source>
        <translation>Le fichier QOI est endommagé&#xa0;: il annonce {width} x {height} pixels de {channels} canaux.</translation>
    </message>
    <message>
        <source>The WebP file ends early, after {count} bytes.</source>
        <translation>Le fichier WebP se termine trop tôt, après {count} octets.</translation>
    </message>
    <message>
        <source>The WebP file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>Le fichier WebP se termine trop tôt&#xa0;: {end} octets sont annoncés, {count} sont là.</translation>
    </message>
    <message>
        <source>The WebP file is damaged ({error}).</source>
        <translation>Le fichier WebP est endommagé ({error}).</translation>
    </message>
    <message>
        <source>The WebP file is damaged: it has {count} images where 1 is required.</source>
        <translation>Le fichier WebP est endommagé&#xa0;: il a {count} images là où il en faut 1.</translation>
    </message>
    <message>
        <source>The WebP file is damaged: its image ends in its header.</source>
        <translation>Le fichier WebP est endommagé&#xa0;: son image se termine dans l&apos;en-tête.</translation>
    </message>
    <message>
        <source>The block grid starts at {phase}, outside its period of {grid}.</source>
        <translation>La grille de blocs commence à {phase}, hors de sa période de {grid}.</translation>
    </message>
    <message>
        <source>The coded data ends too early: {bits:.0f} bits are left and more are needed.</source>
        <translation>Les données codées se terminent trop tôt&#xa0;: il reste {bits:.0f} bits et il en faut plus.</translation>
    </message>
    <message>
        <source>The coded pixels are cut short.</source>
        <translation>Les pixels codés sont tronqués.</translation>
    </message>
    <message>
        <source>The coded pixels are missing.</source>
        <translation>Les pixels codés sont absents.</translation>
    </message>
    <message>
        <source>The coded pixels do not end where they should.</source>
        <translation>Les pixels codés ne se terminent pas où ils le devraient.</translation>
    </message>
    <message>
        <source>The coded pixels have colours where the header announces grey.</source>
        <translation>Les pixels codés ont des couleurs là où l&apos;en-tête annonce du gris.</translation>
    </message>
    <message>
        <source>The decoded file is not the one that was compressed: its size or digest is another.</source>
        <translation>Le fichier décodé n&apos;est pas celui qui a été compressé&#xa0;: sa taille ou son empreinte diffère.</translation>
    </message>
    <message>
        <source>The decoded pixels are not the ones that were compressed: their digest is another.</source>
        <translation>Les pixels décodés ne sont pas ceux qui ont été compressés&#xa0;: leur empreinte diffère.</translation>
    </message>
    <message>
        <source>The decoded pixels fit in no file of the kind that the header names ({error}).</source>
        <translation>Les pixels décodés n&apos;entrent dans aucun fichier du type que nomme l&apos;en-tête ({error}).</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>Le fichier a changé pendant la lecture.</translation>
    </message>
    <message>
        <source>The file ends before its payload.</source>
        <translation>Le fichier se termine avant ses données utiles.</translation>
    </message>
    <message>
        <source>The file ends within its payload.</source>
        <translation>Le fichier se termine au milieu de ses données utiles.</translation>
    </message>
    <message>
        <source>The file has a section of type {kind}, which this version does not know. A newer version may read it.</source>
        <translation>Le fichier a une section de type {kind} que cette version ne connaît pas. Une plus récente pourra peut-être la lire.</translation>
    </message>
    <message>
        <source>The file has format version {version}; this program reads version {known}.</source>
        <translation>Le fichier est au format version {version}&#xa0;; ce programme lit la version {known}.</translation>
    </message>
    <message>
        <source>The file has {count} bytes; at most {limit} are unpacked, eight times --max-pixels.</source>
        <translation>Le fichier a {count} octets&#xa0;; {limit} au plus sont décompressés, huit fois --max-pixels.</translation>
    </message>
    <message>
        <source>The file is damaged: the checksum at byte {position} is not that of its data.</source>
        <translation>Le fichier est endommagé&#xa0;: la somme de contrôle à l&apos;octet {position} n&apos;est pas celle de ses données.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The file is no image, or damaged ({error}).</source>
        <translation>Le fichier n&apos;est pas une image ou est endommagé ({error}).</translation>
    </message>
    <message>
        <source>The file is no image, or of a kind that this version does not know.</source>
        <translation>Le fichier n&apos;est pas une image ou est d&apos;un type que cette version ne connaît pas.</translation>
    </message>
    <message>
        <source>The file is to be built as kind {kind}, which this version does not know. A newer one may.</source>
        <translation>Le fichier doit être construit en type {kind}, que cette version ne connaît pas. Une plus récente peut-être.</translation>
    </message>
    <message>
        <source>The file is too large to be worked on in memory.</source>
        <translation>Le fichier est trop grand pour être traité en mémoire.</translation>
    </message>
    <message>
        <source>The file uses coding {value}, which this version does not know. A newer version may read it.</source>
        <translation>Le fichier utilise le codage {value}, que cette version ne connaît pas. Une plus récente pourra peut-être le lire.</translation>
    </message>
    <message>
        <source>The file&apos;s first section is not its header.</source>
        <translation>La première section du fichier n&apos;est pas son en-tête.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read ({why}).</source>
        <translation>Le dossier {path} ne peut pas être lu ({why}).</translation>
    </message>
    <message>
        <source>The header has {length} bytes; {limit} are the limit.</source>
        <translation>L&apos;en-tête a {length} octets&#xa0;; la limite est {limit}.</translation>
    </message>
    <message>
        <source>The header is not valid: {error}.</source>
        <translation>L&apos;en-tête n&apos;est pas valide&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The image ends early: it has no room for {width} x {height} pixels.</source>
        <translation>L&apos;image se termine trop tôt&#xa0;: il n&apos;y a pas la place pour {width} x {height} pixels.</translation>
    </message>
    <message>
        <source>The image has {width} x {height} pixels; at most {limit} are decoded. --max-pixels changes that.</source>
        <translation>L&apos;image a {width} x {height} pixels&#xa0;; {limit} au plus sont décodés. --max-pixels change cela.</translation>
    </message>
    <message>
        <source>The image says that it has {width} x {height} pixels.</source>
        <translation>L&apos;image annonce {width} x {height} pixels.</translation>
    </message>
    <message>
        <source>The image&apos;s header is damaged.</source>
        <translation>L&apos;en-tête de l&apos;image est endommagé.</translation>
    </message>
    <message>
        <source>The installation is incomplete: {path} is missing. Reinstalling puts it back.</source>
        <translation>L&apos;installation est incomplète&#xa0;: {path} manque. Réinstaller le remet en place.</translation>
    </message>
    <message>
        <source>The message holds another symbol than the one that is to be popped.</source>
        <translation>Le message contient un autre symbole que celui attendu.</translation>
    </message>
    <message>
        <source>The model file lacks {name}.</source>
        <translation>Il manque {name} au fichier du modèle.</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {error}.</source>
        <translation>Le fichier du modèle {path} ne peut pas être lu&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The model file {path} holds model {model}.</source>
        <translation>Le fichier du modèle {path} contient le modèle {model}.</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: its known answers have no names.</source>
        <translation>Le fichier du modèle {path} est endommagé&#xa0;: ses réponses connues n&apos;ont pas de nom.</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: {error}.</source>
        <translation>Le fichier du modèle {path} est endommagé&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The model file {path} was altered: its contents do not match its id.</source>
        <translation>Le fichier du modèle {path} a été modifié&#xa0;: son contenu ne correspond pas à son identifiant.</translation>
    </message>
    <message>
        <source>The model lacks the tables {names}.</source>
        <translation>Il manque au modèle les tables {names}.</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} is {shape}, not what its config says.</source>
        <translation>La couche {name} du modèle est {shape}, et non ce que dit sa configuration.</translation>
    </message>
    <message>
        <source>The model&apos;s table cdf must rise from 0 to 2**24.</source>
        <translation>La table cdf du modèle doit croître de 0 à 2**24.</translation>
    </message>
    <message>
        <source>The model&apos;s table exp must lie in 1..2**27 - 1 and never rise.</source>
        <translation>La table exp du modèle doit être dans 1..2**27 - 1 et ne jamais croître.</translation>
    </message>
    <message>
        <source>The model&apos;s table inverse_scale must lie in 1..2**40 - 1.</source>
        <translation>La table inverse_scale du modèle doit être dans 1..2**40 - 1.</translation>
    </message>
    <message>
        <source>The model&apos;s table {name} is {kind}{shape}, not {wanted}{wanted_shape}.</source>
        <translation>La table {name} du modèle est {kind}{shape}, et non {wanted}{wanted_shape}.</translation>
    </message>
    <message>
        <source>The model&apos;s top prior is not what its config says.</source>
        <translation>La loi a priori supérieure du modèle n&apos;est pas celle de sa configuration.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is not what its config says.</source>
        <translation>{name} du modèle n&apos;est pas ce que dit sa configuration.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} can ask for scales outside its table of {count}.</source>
        <translation>{name} du modèle peut demander des échelles hors de sa table de {count}.</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} has no room to learn.</source>
        <translation>La couche {name} du modèle n&apos;a pas de marge pour apprendre.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is no scale.</source>
        <translation>{name} du modèle n&apos;est pas une échelle.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {kind}, not {wanted}.</source>
        <translation>{name} du modèle est {kind}, et non {wanted}.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {shape}, not what its config says.</source>
        <translation>{name} du modèle est {shape}, et non ce que dit sa configuration.</translation>
    </message>
    <message>
        <source>The model&apos;s {name}.{part} is {kind}{shape}.</source>
        <translation>{name}.{part} du modèle est {kind}{shape}.</translation>
    </message>
    <message>
        <source>The number that ends at byte {position} of {place} is not in its shortest form.</source>
        <translation>Le nombre qui se termine à l&apos;octet {position} de {place} n&apos;est pas dans sa forme la plus courte.</translation>
    </message>
    <message>
        <source>The output folder {path} is gone.</source>
        <translation>Le dossier de sortie {path} a disparu.</translation>
    </message>
    <message>
        <source>The parts of the model&apos;s layer {name} differ in length.</source>
        <translation>Les parties de la couche {name} du modèle n&apos;ont pas la même longueur.</translation>
    </message>
    <message>
        <source>The payload does not give the JPEG file back ({error}).</source>
        <translation>Les données ne redonnent pas le fichier JPEG ({error}).</translation>
    </message>
    <message>
        <source>The payload ends within a WebP image.</source>
        <translation>Les données se terminent au milieu d&apos;une image WebP.</translation>
    </message>
    <message>
        <source>The payload gives a JPEG file of {count} bytes where {size} are announced.</source>
        <translation>Les données donnent un fichier JPEG de {count} octets alors que {size} sont annoncés.</translation>
    </message>
    <message>
        <source>The payload is a JPEG XL container without an image.</source>
        <translation>Les données sont un conteneur JPEG XL sans image.</translation>
    </message>
    <message>
        <source>The payload is no JPEG XL image.</source>
        <translation>Les données ne sont pas une image JPEG XL.</translation>
    </message>
    <message>
        <source>The payload is not the JPEG XL image that the header describes ({error}).</source>
        <translation>Les données ne sont pas l&apos;image JPEG XL que décrit l&apos;en-tête ({error}).</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes ({error}).</source>
        <translation>Les données ne sont pas l&apos;image WebP que décrit l&apos;en-tête ({error}).</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes: its size is another.</source>
        <translation>Les données ne sont pas l&apos;image WebP que décrit l&apos;en-tête&#xa0;: sa taille est autre.</translation>
    </message>
    <message>
        <source>The permissions could not be kept ({why}).</source>
        <translation>Les permissions n&apos;ont pas pu être conservées ({why}).</translation>
    </message>
    <message>
        <source>The picture is too large to be made small here.</source>
        <translation>L&apos;image est trop grande pour être réduite ici.</translation>
    </message>
    <message>
        <source>The result could not be decoded, and was discarded: {error}</source>
        <translation>Le résultat n&apos;a pas pu être décodé et a été rejeté&#xa0;: {error}</translation>
    </message>
    <message>
        <source>The source could not be removed ({why}).</source>
        <translation>L&apos;original n&apos;a pas pu être supprimé ({why}).</translation>
    </message>
    <message>
        <source>The source was not removed, because it changed meanwhile.</source>
        <translation>L&apos;original n&apos;a pas été supprimé, car il a changé entre-temps.</translation>
    </message>
    <message>
        <source>The thumbnail has {count} bytes; {limit} are the limit.</source>
        <translation>La miniature a {count} octets&#xa0;; la limite est {limit}.</translation>
    </message>
    <message>
        <source>The thumbnail has {width} x {height} pixels; {limit} are the limit.</source>
        <translation>La miniature a {width} x {height} pixels&#xa0;; la limite est {limit}.</translation>
    </message>
    <message>
        <source>The thumbnail is no WebP picture ({error}).</source>
        <translation>La miniature n&apos;est pas une image WebP ({error}).</translation>
    </message>
    <message>
        <source>The time of the last change could not be kept ({why}).</source>
        <translation>La date de la dernière modification n&apos;a pas pu être conservée ({why}).</translation>
    </message>
    <message>
        <source>The {name} file is damaged ({error}).</source>
        <translation>Le fichier {name} est endommagé ({error}).</translation>
    </message>
    <message>
        <source>There is no effort {model!r}; there are {names}.</source>
        <translation>Il n&apos;y a pas d&apos;effort {model!r}&#xa0;; il y a {names}.</translation>
    </message>
    <message>
        <source>There is no file to work on in {names}.</source>
        <translation>Il n&apos;y a aucun fichier à traiter dans {names}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Il n&apos;y a pas de fichier {path}.</translation>
    </message>
    <message>
        <source>There is no picture to show ({error}).</source>
        <translation>Il n&apos;y a pas d&apos;image à afficher ({error}).</translation>
    </message>
    <message>
        <source>There is no {requested} device here; found {names}.</source>
        <translation>Il n&apos;y a pas d&apos;appareil {requested} ici&#xa0;; trouvé&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this file.</source>
        <translation>Il n&apos;y a pas assez de mémoire pour ce fichier.</translation>
    </message>
    <message>
        <source>This file needs the model {name}, which this version does not have; a newer version may.</source>
        <translation>Ce fichier a besoin du modèle {name}, que cette version n&apos;a pas&#xa0;; une plus récente peut-être.</translation>
    </message>
    <message>
        <source>This is not a Bit-Swap file.</source>
        <translation>Ce n&apos;est pas un fichier Bit-Swap.</translation>
    </message>
    <message>
        <source>You may not read {path}.</source>
        <translation>Vous n&apos;avez pas le droit de lire {path}.</translation>
    </message>
    <message>
        <source>a PNG</source>
        <translation>un PNG</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>une partie de son chemin n&apos;est pas un dossier</translation>
    </message>
    <message>
        <source>it would be larger than a file may be there</source>
        <translation>il serait plus grand qu&apos;un fichier ne peut l&apos;être à cet endroit</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>son dossier a disparu</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>son nom est trop long</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>rien ne peut y être écrit</translation>
    </message>
    <message>
        <source>the fastest device that passed the self test</source>
        <translation>l&apos;appareil le plus rapide qui a réussi l&apos;autotest</translation>
    </message>
    <message>
        <source>there is no space left</source>
        <translation>il n&apos;y a plus de place</translation>
    </message>
    <message>
        <source>there is no space left for you</source>
        <translation>il n&apos;y a plus de place pour vous</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>vous l&apos;avez choisi</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <translation>vous n&apos;avez pas le droit d&apos;y écrire</translation>
    </message>
    <message>
        <source>{count} bytes should follow at byte {position} of {place}; {left} do.</source>
        <translation>{count} octets devraient suivre à l&apos;octet {position} de {place}&#xa0;; il y en a {left}.</translation>
    </message>
    <message>
        <source>{device} cannot run the model exactly ({faults}); its files would not open elsewhere.</source>
        <translation>{device} ne peut pas exécuter le modèle exactement ({faults})&#xa0;; ses fichiers ne s&apos;ouvriraient pas ailleurs.</translation>
    </message>
    <message>
        <source>{device} failed the self test, so its files would not open elsewhere: {note}</source>
        <translation>{device} a échoué à l&apos;autotest, ses fichiers ne s&apos;ouvriraient donc pas ailleurs&#xa0;: {note}</translation>
    </message>
    <message>
        <source>{kind} cannot hold these pixels ({error}).</source>
        <translation>{kind} ne peut pas contenir ces pixels ({error}).</translation>
    </message>
    <message>
        <source>{left} bytes follow the end of {place}.</source>
        <translation>{left} octets suivent la fin de {place}.</translation>
    </message>
    <message>
        <source>{name} files are compressed already.</source>
        <translation>Les fichiers {name} sont déjà compressés.</translation>
    </message>
    <message>
        <source>{name} files are kept as they are.</source>
        <translation>Les fichiers {name} sont gardés tels quels.</translation>
    </message>
    <message>
        <source>{name} is there already and up to date.</source>
        <translation>{name} est déjà là et à jour.</translation>
    </message>
    <message>
        <source>{note} {other}</source>
        <translation>{note} {other}</translation>
    </message>
    <message>
        <source>{path!r} cannot be the name of a file.</source>
        <translation>{path!r} ne peut pas être le nom d&apos;un fichier.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <translation>{path} ne peut pas être lu ({why}).</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} ne peut pas être écrit&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>{path} changed while it was read.</source>
        <translation>{path} a changé pendant la lecture.</translation>
    </message>
    <message>
        <source>{path} could not be read back, so the source stays ({why}).</source>
        <translation>{path} n&apos;a pas pu être relu, l&apos;original reste donc ({why}).</translation>
    </message>
    <message>
        <source>{path} exists already, and so do {count} others with a number.</source>
        <translation>{path} existe déjà, ainsi que {count} autres avec un numéro.</translation>
    </message>
    <message>
        <source>{path} exists already. --overwrite replaces it, --existing says what else can be done.</source>
        <translation>{path} existe déjà. --overwrite le remplace, --existing dit ce qui est possible sinon.</translation>
    </message>
    <message>
        <source>{path} has {count} bytes; files of up to {limit} bytes can be taken.</source>
        <translation>{path} a {count} octets&#xa0;; les fichiers jusqu&apos;à {limit} octets sont acceptés.</translation>
    </message>
    <message>
        <source>{path} is a folder where a file is needed.</source>
        <translation>{path} est un dossier alors qu&apos;il faut un fichier.</translation>
    </message>
    <message>
        <source>{path} is a folder, so no file of that name can be written.</source>
        <translation>{path} est un dossier, aucun fichier de ce nom ne peut donc être écrit.</translation>
    </message>
    <message>
        <source>{path} is no file but a device, a pipe or the like.</source>
        <translation>{path} n&apos;est pas un fichier mais un périphérique, un tube ou autre.</translation>
    </message>
    <message>
        <source>{path} is not a Bit-Swap model of version {version}.</source>
        <translation>{path} n&apos;est pas un modèle Bit-Swap de version {version}.</translation>
    </message>
    <message>
        <source>{path} is the source itself; choose another folder with -o.</source>
        <translation>{path} est l&apos;original lui-même&#xa0;; choisissez un autre dossier avec -o.</translation>
    </message>
    <message>
        <source>{path} was read back and is not what was written, so the source stays.</source>
        <translation>{path} a été relu et n&apos;est pas ce qui a été écrit, l&apos;original reste donc.</translation>
    </message>
    <message>
        <source>{reason} The JPEG file itself is kept.</source>
        <translation>{reason} Le fichier JPEG lui-même est conservé.</translation>
    </message>
    <message>
        <source>{reason}; {names} failed the self test</source>
        <translation>{reason}&#xa0;; {names} a échoué à l&apos;autotest</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Compressé</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Codage</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
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
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauré</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Intact</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation>Compression</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Décodage</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Bit-Swap model</source>
        <translation>Modèle Bit-Swap</translation>
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
        <translation>JPEG, recompressé</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tel quel</translation>
    </message>
    <message>
        <source>“{option}”</source>
        <translation>« {option} »</translation>
    </message>
    <message>
        <source>This is not a picture that can be compressed</source>
        <translation>Ce n’est pas une image qui puisse être compressée</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier ne peut pas être lu</translation>
    </message>
    <message>
        <source>The result cannot be written</source>
        <translation>Le résultat ne peut pas être écrit</translation>
    </message>
    <message>
        <source>A newer version of Bit-Swap is needed</source>
        <translation>Une version plus récente de Bit-Swap est nécessaire</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Le fichier est endommagé</translation>
    </message>
    <message>
        <source>This is not a .bsw file</source>
        <translation>Ce n’est pas un fichier .bsw</translation>
    </message>
    <message>
        <source>The model is missing</source>
        <translation>Le modèle est absent</translation>
    </message>
    <message>
        <source>The device cannot be used</source>
        <translation>L’appareil ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>The result was not the same, and was discarded</source>
        <translation>Le résultat n’était pas identique et a été écarté</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>Cela n’a pas fonctionné</translation>
    </message>
</context>
</TS>
