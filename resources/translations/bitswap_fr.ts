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
        <translation>Format :</translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation>Image :</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modèle :</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fichier :</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>Tâche :</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Résultat :</translation>
    </message>
    <message>
        <source>Original:</source>
        <translation>Original :</translation>
    </message>
    <message>
        <source>Compressed:</source>
        <translation>Compressé :</translation>
    </message>
    <message>
        <source>Coding:</source>
        <translation>Codage :</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Durée :</translation>
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
        <source>The fastest device that passed the self test.</source>
        <translation>L’appareil le plus rapide qui a réussi l’autotest.</translation>
    </message>
    <message>
        <source>You chose it.</source>
        <translation>Choisi par vous.</translation>
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
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
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
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n ligne copiée.</numerusform>
            <numerusform>%n lignes copiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>La langue changera au prochain démarrage du programme.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
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
            <numerusform>Terminé ; %n fichier a échoué. Double-cliquez dessus pour savoir pourquoi.</numerusform>
            <numerusform>Terminé ; %n fichiers ont échoué. Double-cliquez sur l’un d’eux pour savoir pourquoi.</numerusform>
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
        <translation>Arrêter ; les fichiers non terminés restent dans la liste</translation>
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
        <translation>Retirer de la liste ; les fichiers restent où ils sont</translation>
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
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
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
        <translation>Élevé : fichiers minimaux</translation>
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
        <translation>Garder les deux : ajouter un numéro</translation>
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
        <source>everything, or for example *.png; summer/*</source>
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
        <translation>Les fichiers les plus petits, vérifiés ; rien d’existant n’est remplacé.</translation>
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
        <translation>Quitter Bit-Swap ?</translation>
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
        <translation>Fichiers : {files}</translation>
    </message>
    <message>
        <source>failed: {failed}</source>
        <translation>échecs : {failed}</translation>
    </message>
    <message>
        <source>{size} saved ({percent})</source>
        <translation>{size} économisés ({percent})</translation>
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
