<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BarChart</name>
    <message>
        <source>Sizes compared</source>
        <translation>Comparación de tamaños</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>This is a fault in Bit-Swap, not in your files. Nothing was lost, and the program goes on.
The report below helps to mend it. It holds no pictures, but it may hold names of files.</source>
        <translation>Es un fallo de Bit-Swap, no de sus archivos. No se ha perdido nada y el programa sigue funcionando.
El informe de abajo ayuda a corregirlo. No contiene imágenes, pero puede contener nombres de archivos.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>What happened</source>
        <translation>Qué ha pasado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Formato:</translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation>Imagen:</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modelo:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Archivo:</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>Tarea:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Resultado:</translation>
    </message>
    <message>
        <source>Original:</source>
        <translation>Original:</translation>
    </message>
    <message>
        <source>Compressed:</source>
        <translation>Comprimido:</translation>
    </message>
    <message>
        <source>Coding:</source>
        <translation>Codificación:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Tiempo:</translation>
    </message>
</context>
<context>
    <name>DeviceLabel</name>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>Preparando el modelo…</translation>
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
        <translation>Suelte aquí imágenes o carpetas</translation>
    </message>
    <message>
        <source>Pictures become smaller .bsw files without losing anything.
.bsw files give their pictures back, exactly as they were.</source>
        <translation>Las imágenes se convierten en archivos .bsw más pequeños sin perder nada.
Los archivos .bsw devuelven sus imágenes exactamente como eran.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Looking for files…</source>
        <translation>Buscando archivos…</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n fila copiada.</numerusform>
            <numerusform>%n filas copiadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n file(s).</source>
        <translation>
            <numerusform>%n archivo añadido.</numerusform>
            <numerusform>%n archivos añadidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing new to work on in {names}.</source>
        <translation>No hay nada nuevo que procesar en {names}.</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Terminado.</translation>
    </message>
    <message numerus="yes">
        <source>Finished; %n file(s) failed. Double-click one to see why.</source>
        <translation>
            <numerusform>Terminado; falló %n archivo. Haga doble clic en él para ver por qué.</numerusform>
            <numerusform>Terminado; fallaron %n archivos. Haga doble clic en uno para ver por qué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Restablecer valores</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Save the options as a preset…</source>
        <translation>Guardar las opciones como preajuste…</translation>
    </message>
    <message>
        <source>Rename this preset…</source>
        <translation>Cambiar el nombre de este preajuste…</translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation>Eliminar este preajuste</translation>
    </message>
    <message>
        <source>Save, rename or delete presets of your own</source>
        <translation>Guardar, renombrar o eliminar preajustes propios</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Ajuste predefinido</translation>
    </message>
    <message>
        <source>Your own choice</source>
        <translation>Su propia elección</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Progress of decoding</source>
        <translation>Progreso de la decodificación</translation>
    </message>
    <message>
        <source>Compare sizes</source>
        <translation>Comparar tamaños</translation>
    </message>
    <message>
        <source>Shows how large this picture is as PNG, WebP, JPEG XL and .bsw.</source>
        <translation>Muestra cuánto ocupa esta imagen como PNG, WebP, JPEG XL y .bsw.</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>Mostrar completa</translation>
    </message>
    <message>
        <source>Decodes the picture, which takes a while. Nothing is written.</source>
        <translation>Decodifica la imagen, lo que tarda un poco. No se escribe nada.</translation>
    </message>
    <message>
        <source>Select a file to see its picture.</source>
        <translation>Seleccione un archivo para ver su imagen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>Este tipo de archivo no se puede mostrar aquí.</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>This file</source>
        <translation>Este archivo</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Find by name or folder</source>
        <translation>Buscar por nombre o carpeta</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Buscar en la lista</translation>
    </message>
    <message>
        <source>Which files to show</source>
        <translation>Qué archivos mostrar</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Progress of all files</source>
        <translation>Progreso de todos los archivos</translation>
    </message>
    <message numerus="yes">
        <source>{finished} of %n file(s)</source>
        <translation>
            <numerusform>{finished} de %n archivo</numerusform>
            <numerusform>{finished} de %n archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallido</numerusform>
            <numerusform>%n fallidos</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} saved · {percent}</source>
        <translation>{size} ahorrados · {percent}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Trabajando…</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>quedan unos {duration}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Añadir archivos…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Añadir una &amp;carpeta…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>Work on all files that wait</source>
        <translation>Procesar todos los archivos en espera</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Pausar o continuar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Stop; files that are not finished stay in the list</source>
        <translation>Detener; los archivos sin terminar siguen en la lista</translation>
    </message>
    <message>
        <source>Stop the selected files</source>
        <translation>Detener los archivos seleccionados</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>C&amp;omprobar</translation>
    </message>
    <message>
        <source>Decode the selected .bsw files in full and write nothing</source>
        <translation>Decodificar por completo los .bsw seleccionados sin escribir nada</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
    <message>
        <source>Remove from the list; files stay where they are</source>
        <translation>Quitar de la lista; los archivos se quedan donde están</translation>
    </message>
    <message>
        <source>Remove what is done</source>
        <translation>Quitar lo terminado</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Detalles…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Copy report as text</source>
        <translation>Copiar informe como texto</translation>
    </message>
    <message>
        <source>Copy report as CSV</source>
        <translation>Copiar informe como CSV</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Buscar en la lista</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Opciones</translation>
    </message>
    <message>
        <source>P&amp;review</source>
        <translation>&amp;Vista previa</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>Acerca de Bit-Swap</translation>
    </message>
</context>
<context>
    <name>availability</name>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>choosing</name>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
<context>
    <name>look</name>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>El idioma cambiará al reiniciar el programa.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Cola</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Esfuerzo</translation>
    </message>
    <message>
        <source>How much time to spend for smaller files. Nothing is lost with any of them.</source>
        <translation>Cuánto tiempo dedicar a obtener archivos más pequeños. En ningún caso se pierde nada.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High: smallest files</source>
        <translation>Alto: archivos mínimos</translation>
    </message>
    <message>
        <source>Write results to</source>
        <translation>Guardar resultados en</translation>
    </message>
    <message>
        <source>The folder for all results. Left empty, each result stands beside its source.</source>
        <translation>La carpeta para todos los resultados. Si se deja vacía, cada resultado queda junto a su origen.</translation>
    </message>
    <message>
        <source>Beside the sources</source>
        <translation>Junto a los originales</translation>
    </message>
    <message>
        <source>Keep the structure of folders</source>
        <translation>Conservar la estructura de carpetas</translation>
    </message>
    <message>
        <source>Subfolders of a folder you add are made again in the folder for results.</source>
        <translation>Las subcarpetas de una carpeta añadida se recrean en la carpeta de resultados.</translation>
    </message>
    <message>
        <source>If the result exists</source>
        <translation>Si el resultado ya existe</translation>
    </message>
    <message>
        <source>What to do where another file has the name of a result already.</source>
        <translation>Qué hacer si otro archivo ya tiene el nombre de un resultado.</translation>
    </message>
    <message>
        <source>Report an error</source>
        <translation>Notificar un error</translation>
    </message>
    <message>
        <source>Skip the file</source>
        <translation>Omitir el archivo</translation>
    </message>
    <message>
        <source>Keep both: add a number</source>
        <translation>Conservar ambos: añadir un número</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Reemplazarlo</translation>
    </message>
    <message>
        <source>Afterwards, the source is</source>
        <translation>Después, el original</translation>
    </message>
    <message>
        <source>What becomes of a source once its result was read back from the disk, decoded and found the same.</source>
        <translation>Qué ocurre con un original después de leer su resultado del disco, decodificarlo y comprobar que es idéntico.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>se conserva</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>va a la papelera</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>se elimina definitivamente</translation>
    </message>
    <message>
        <source>Check every result</source>
        <translation>Comprobar cada resultado</translation>
    </message>
    <message>
        <source>Decodes each result and compares it with its source before keeping it. Leave this on.</source>
        <translation>Decodifica cada resultado y lo compara con su original antes de conservarlo. Déjelo activado.</translation>
    </message>
    <message>
        <source>Keep metadata</source>
        <translation>Conservar los metadatos</translation>
    </message>
    <message>
        <source>Place, time, camera, comments and the like. Without this, JPEG, PNG and WebP files lose them for good: what comes back has none, and a source that is removed afterwards takes them along.</source>
        <translation>Lugar, hora, cámara, comentarios y similares. Sin esto, los archivos JPEG, PNG y WebP los pierden para siempre: lo que se restaura no los tiene, y un original que se elimina después se los lleva.</translation>
    </message>
    <message>
        <source>Lets this program show the picture at once. Takes at most a thousandth of the file.</source>
        <translation>Permite mostrar la imagen al instante. Ocupa como máximo una milésima parte del archivo.</translation>
    </message>
    <message>
        <source>In folders, take only files that fit one of these patterns, separated by semicolons.</source>
        <translation>En carpetas, tomar solo los archivos que coincidan con uno de estos patrones, separados por punto y coma.</translation>
    </message>
    <message>
        <source>In folders, leave out files that fit one of these patterns, separated by semicolons.</source>
        <translation>En carpetas, excluir los archivos que coincidan con uno de estos patrones, separados por punto y coma.</translation>
    </message>
    <message>
        <source>The files are the same everywhere. Automatic is the fastest device that is exact.</source>
        <translation>Los archivos son iguales en todas partes. Automático es el dispositivo exacto más rápido.</translation>
    </message>
    <message>
        <source>How many processor threads to use. Fewer leave more to other programs.</source>
        <translation>Cuántos hilos del procesador usar. Menos dejan más para otros programas.</translation>
    </message>
    <message>
        <source>Larger pictures are never decoded, so that none can take all the memory.</source>
        <translation>Las imágenes mayores nunca se decodifican, para que ninguna ocupe toda la memoria.</translation>
    </message>
    <message>
        <source>Keep a small preview inside</source>
        <translation>Guardar una pequeña vista previa</translation>
    </message>
    <message>
        <source>Colour profile and orientation are always kept. A JPEG file taken as pixels keeps resolution and EXIF of its metadata, and nothing else.</source>
        <translation>El perfil de color y la orientación se conservan siempre. Un JPEG tratado como píxeles solo conserva de sus metadatos la resolución y el EXIF.</translation>
    </message>
    <message>
        <source>Take JPEG files as pixels</source>
        <translation>Tratar los JPEG como píxeles</translation>
    </message>
    <message>
        <source>Usually makes files larger. Without it a JPEG file comes back byte for byte, and takes less room.</source>
        <translation>Suele agrandar los archivos. Sin esto, un JPEG se recupera byte a byte y ocupa menos.</translation>
    </message>
    <message>
        <source>Pictures only</source>
        <translation>Solo imágenes</translation>
    </message>
    <message>
        <source>In folders, take only files whose names are those of pictures.</source>
        <translation>En carpetas, tomar solo archivos con nombres de imagen.</translation>
    </message>
    <message>
        <source>Take only</source>
        <translation>Tomar solo</translation>
    </message>
    <message>
        <source>all, or for example *.png; summer/*</source>
        <translation>todo, o por ejemplo *.png; verano/*</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>nothing, or for example *.gif; drafts/*</source>
        <translation>nada, o por ejemplo *.gif; borradores/*</translation>
    </message>
    <message>
        <source>Run the model on</source>
        <translation>Ejecutar el modelo en</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Procesador (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Tarjeta gráfica (CUDA)</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Hilos del procesador</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Files at once</source>
        <translation>Archivos a la vez</translation>
    </message>
    <message>
        <source>How many files to work on at the same time. Each takes memory for its picture.</source>
        <translation>Cuántos archivos procesar a la vez. Cada uno ocupa memoria para su imagen.</translation>
    </message>
    <message>
        <source>Largest picture, in pixels</source>
        <translation>Imagen más grande, en píxeles</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Your own preset. It sets every option, folders and this computer&apos;s too.</source>
        <translation>Su propio preajuste. Fija todas las opciones, también las carpetas y las de este equipo.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Small files in reasonable time. Sources stay where they are.</source>
        <translation>Archivos pequeños en un tiempo razonable. Los originales se quedan donde están.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Less time, somewhat larger files.</source>
        <translation>Menos tiempo, archivos algo mayores.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo histórico</translation>
    </message>
    <message>
        <source>The smallest files, checked; nothing that exists is replaced.</source>
        <translation>Los archivos más pequeños, comprobados; no se reemplaza nada existente.</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>Liberar espacio</translation>
    </message>
    <message>
        <source>Sources move to the trash once their results are proven the same.</source>
        <translation>Los originales van a la papelera cuando se ha demostrado que sus resultados son idénticos.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Quit Bit-Swap?</source>
        <translation>¿Salir de Bit-Swap?</translation>
    </message>
    <message>
        <source>Files are still being worked on.</source>
        <translation>Todavía se están procesando archivos.</translation>
    </message>
    <message>
        <source>Finished files are complete. The others stay as they were.</source>
        <translation>Los archivos terminados están completos. Los demás quedan como estaban.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Detener y salir</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Ajuste predefinido</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nombre del preajuste:</translation>
    </message>
    <message>
        <source>There is a preset called {name} already.</source>
        <translation>Ya existe un preajuste llamado {name}.</translation>
    </message>
    <message>
        <source>Makes image files smaller without losing anything, and gives them back.</source>
        <translation>Reduce archivos de imagen sin perder nada y los devuelve.</translation>
    </message>
    <message>
        <source>About Bit-Swap</source>
        <translation>Acerca de Bit-Swap</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Files: {files}</source>
        <translation>Archivos: {files}</translation>
    </message>
    <message>
        <source>failed: {failed}</source>
        <translation>fallidos: {failed}</translation>
    </message>
    <message>
        <source>{size} saved ({percent})</source>
        <translation>{size} ahorrados ({percent})</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A JPEG of {width} x {height} pixels takes much memory to transcode; at most {limit} are, a quarter of --max-pixels.</source>
        <translation>Transcodificar un JPEG de {width} x {height} píxeles requiere mucha memoria; se admiten como máximo {limit}, la cuarta parte de --max-pixels.</translation>
    </message>
    <message>
        <source>A coded message is cut short or does not end as a message must.</source>
        <translation>Un mensaje codificado está cortado o no termina como debe.</translation>
    </message>
    <message>
        <source>A packed part of the file cannot be unpacked ({error}).</source>
        <translation>No se puede desempaquetar una parte del archivo ({error}).</translation>
    </message>
    <message>
        <source>A packed part of the file does not end where it should.</source>
        <translation>Una parte empaquetada del archivo no termina donde debe.</translation>
    </message>
    <message>
        <source>A packed part of the file does not state its size.</source>
        <translation>Una parte empaquetada del archivo no indica su tamaño.</translation>
    </message>
    <message>
        <source>A packed part of the file has no bytes; it needs one at least.</source>
        <translation>Una parte empaquetada del archivo no tiene bytes; necesita al menos uno.</translation>
    </message>
    <message>
        <source>A packed part of the file holds {size} bytes; at most {limit} can be right there.</source>
        <translation>Una parte empaquetada del archivo contiene {size} bytes; ahí son posibles como máximo {limit}.</translation>
    </message>
    <message>
        <source>A packed part of the file is no Zstandard frame ({error}).</source>
        <translation>Una parte empaquetada del archivo no es un bloque Zstandard ({error}).</translation>
    </message>
    <message>
        <source>A part of the file is packed in way {kind}; 0 and 1 are known.</source>
        <translation>Una parte del archivo está empaquetada de la forma {kind}; se conocen 0 y 1.</translation>
    </message>
    <message>
        <source>A part of {place} has {count} bytes; {limit} are the limit.</source>
        <translation>Una parte de {place} tiene {count} bytes; el límite es {limit}.</translation>
    </message>
    <message>
        <source>A scale index is outside its table.</source>
        <translation>Un índice de escala está fuera de su tabla.</translation>
    </message>
    <message>
        <source>A section of type {kind} occurs twice.</source>
        <translation>Una sección de tipo {kind} aparece dos veces.</translation>
    </message>
    <message>
        <source>A stream is said to be coded in two ways at once.</source>
        <translation>Para un flujo se indican dos formas de codificación a la vez.</translation>
    </message>
    <message>
        <source>A stream of {tiles} tiles claims {rows} rows of pixels without latents.</source>
        <translation>Un flujo de {tiles} teselas declara {rows} filas de píxeles sin variables latentes.</translation>
    </message>
    <message>
        <source>A symbol is outside its support.</source>
        <translation>Un símbolo está fuera de su rango.</translation>
    </message>
    <message>
        <source>An image of {width} columns cannot be coded as WebP; {limit} are the limit.</source>
        <translation>Una imagen de {width} columnas no se puede codificar como WebP; el límite es {limit}.</translation>
    </message>
    <message>
        <source>An interval is empty or leaves its scale.</source>
        <translation>Un intervalo está vacío o sale de su escala.</translation>
    </message>
    <message>
        <source>Another file has the name {name}.</source>
        <translation>Otro archivo tiene el nombre {name}.</translation>
    </message>
    <message>
        <source>Decoding the coded pixels did not give the picture back. They were discarded.</source>
        <translation>Al decodificar los píxeles codificados no se recuperó la imagen. Se descartaron.</translation>
    </message>
    <message>
        <source>Decoding the result did not give the source back. It was discarded.</source>
        <translation>Al decodificar el resultado no se recuperó el original. Se descartó.</translation>
    </message>
    <message>
        <source>It has layers.</source>
        <translation>Tiene capas.</translation>
    </message>
    <message>
        <source>It has several pages.</source>
        <translation>Tiene varias páginas.</translation>
    </message>
    <message>
        <source>It has {channels} channels of up to {greatest}.</source>
        <translation>Tiene {channels} canales de hasta {greatest}.</translation>
    </message>
    <message>
        <source>It holds no image.</source>
        <translation>No contiene ninguna imagen.</translation>
    </message>
    <message>
        <source>It is a .bsw file already.</source>
        <translation>Ya es un archivo .bsw.</translation>
    </message>
    <message>
        <source>It is animated.</source>
        <translation>Es una animación.</translation>
    </message>
    <message>
        <source>It is no file but a device, a pipe or the like.</source>
        <translation>No es un archivo, sino un dispositivo, una tubería o algo similar.</translation>
    </message>
    <message>
        <source>It leads back to a folder above it.</source>
        <translation>Conduce de vuelta a una carpeta superior.</translation>
    </message>
    <message>
        <source>It was compressed with loss.</source>
        <translation>Se comprimió con pérdida.</translation>
    </message>
    <message>
        <source>Its JPEG data does not shrink.</source>
        <translation>Sus datos JPEG no se reducen.</translation>
    </message>
    <message>
        <source>Its JPEG data is of a kind that would not come back.</source>
        <translation>Sus datos JPEG son de un tipo que no se recuperaría.</translation>
    </message>
    <message>
        <source>Its chunks are in an unusual order.</source>
        <translation>Sus bloques están en un orden inusual.</translation>
    </message>
    <message>
        <source>Its form is unusual ({depth} bits, colour type {colour_type}).</source>
        <translation>Su forma es inusual ({depth} bits, tipo de color {colour_type}).</translation>
    </message>
    <message>
        <source>Its metadata was kept: only that of JPEG, PNG and WebP files can be left out.</source>
        <translation>Se conservaron sus metadatos: solo se pueden omitir los de archivos JPEG, PNG y WebP.</translation>
    </message>
    <message>
        <source>Its metadata was kept: the file is damaged, holds more than a picture, or is of an unusual form.</source>
        <translation>Se conservaron sus metadatos: el archivo está dañado, contiene más que una imagen o tiene una forma inusual.</translation>
    </message>
    <message>
        <source>Its pixels are compressed in the file.</source>
        <translation>Sus píxeles están comprimidos en el archivo.</translation>
    </message>
    <message>
        <source>Its pixels are compressed or spread over the file.</source>
        <translation>Sus píxeles están comprimidos o repartidos por el archivo.</translation>
    </message>
    <message>
        <source>Its pixels are kept and not its JPEG data, at {times:.1f} times the JPEG&apos;s size; it comes back as {name}.</source>
        <translation>Se guardan sus píxeles y no sus datos JPEG, con {times:.1f} veces el tamaño del JPEG; se recupera como {name}.</translation>
    </message>
    <message>
        <source>Its repetitions suit WebP better than the model.</source>
        <translation>Sus repeticiones se adaptan mejor a WebP que al modelo.</translation>
    </message>
    <message>
        <source>Its size field is unusual.</source>
        <translation>Su campo de tamaño es inusual.</translation>
    </message>
    <message>
        <source>JPEG XL suits these pixels better than the model.</source>
        <translation>JPEG XL se adapta mejor a estos píxeles que el modelo.</translation>
    </message>
    <message>
        <source>Layer {name} can reach {largest}; float32 is exact only below {limit}.</source>
        <translation>La capa {name} puede alcanzar {largest}; float32 solo es exacto por debajo de {limit}.</translation>
    </message>
    <message>
        <source>Layer {name} has a scale that is no finite number.</source>
        <translation>La capa {name} tiene una escala que no es un número finito.</translation>
    </message>
    <message>
        <source>Links are not followed.</source>
        <translation>Los enlaces no se siguen.</translation>
    </message>
    <message>
        <source>Metadata of {count} bytes was left out.</source>
        <translation>Se omitieron metadatos de {count} bytes.</translation>
    </message>
    <message>
        <source>No coding makes this image smaller than its file is.</source>
        <translation>Ninguna codificación hace esta imagen más pequeña que su archivo.</translation>
    </message>
    <message>
        <source>No device passed the self test. Run `bitswap devices --check` for details.</source>
        <translation>Ningún dispositivo superó la autocomprobación. `bitswap devices --check` da los detalles.</translation>
    </message>
    <message>
        <source>No file built from its pixels would be the same image.</source>
        <translation>Ningún archivo hecho con sus píxeles sería la misma imagen.</translation>
    </message>
    <message>
        <source>Nobody waits for this work any more.</source>
        <translation>Ya nadie espera este trabajo.</translation>
    </message>
    <message>
        <source>Other data follows the image.</source>
        <translation>Después de la imagen hay otros datos.</translation>
    </message>
    <message>
        <source>Pillow writes no {kind} files of 16 bits.</source>
        <translation>Pillow no escribe archivos {kind} de 16 bits.</translation>
    </message>
    <message>
        <source>Pixels of the kind {kind} fit in no PNG.</source>
        <translation>Los píxeles de tipo {kind} no caben en un PNG.</translation>
    </message>
    <message>
        <source>Stopped at your request.</source>
        <translation>Detenido a petición suya.</translation>
    </message>
    <message>
        <source>Stopped at your request. Files finished before this are complete.</source>
        <translation>Detenido a petición suya. Los archivos terminados antes están completos.</translation>
    </message>
    <message>
        <source>Surroundings do not belong to the coding {coding}.</source>
        <translation>La codificación {coding} no lleva entorno.</translation>
    </message>
    <message>
        <source>The GIF file ends early, after {count} bytes.</source>
        <translation>El archivo GIF termina antes de tiempo, tras {count} bytes.</translation>
    </message>
    <message>
        <source>The GIF file is damaged ({error}).</source>
        <translation>El archivo GIF está dañado ({error}).</translation>
    </message>
    <message>
        <source>The GIF file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>El archivo GIF está dañado: dice tener {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>The GIF file is damaged: there is no block of type {kind}.</source>
        <translation>El archivo GIF está dañado: no existe un bloque de tipo {kind}.</translation>
    </message>
    <message>
        <source>The JPEG file cannot be transcoded ({error}).</source>
        <translation>El archivo JPEG no se puede transcodificar ({error}).</translation>
    </message>
    <message>
        <source>The JPEG file has {width} x {height} pixels; at most {limit} are decoded, half of --max-pixels.</source>
        <translation>El archivo JPEG tiene {width} x {height} píxeles; se decodifican {limit} como máximo, la mitad de --max-pixels.</translation>
    </message>
    <message>
        <source>The JPEG file is damaged ({error}).</source>
        <translation>El archivo JPEG está dañado ({error}).</translation>
    </message>
    <message>
        <source>The PNG file ends early, after {count} bytes.</source>
        <translation>El archivo PNG termina antes de tiempo, tras {count} bytes.</translation>
    </message>
    <message>
        <source>The PNG file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>El archivo PNG termina antes de tiempo: anuncia {end} bytes y hay {count}.</translation>
    </message>
    <message>
        <source>The PNG file is damaged ({error}).</source>
        <translation>El archivo PNG está dañado ({error}).</translation>
    </message>
    <message>
        <source>The PNG file is damaged: a checksum at byte {position} is wrong.</source>
        <translation>El archivo PNG está dañado: una suma de comprobación en el byte {position} es incorrecta.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it has no image header or no image data.</source>
        <translation>El archivo PNG está dañado: no tiene cabecera o datos de imagen.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: it says that it has {width} x {height} pixels.</source>
        <translation>El archivo PNG está dañado: dice tener {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>The PNG file is damaged: its image header has the wrong size.</source>
        <translation>El archivo PNG está dañado: su cabecera tiene un tamaño incorrecto.</translation>
    </message>
    <message>
        <source>The QOI file ends early, after {count} bytes.</source>
        <translation>El archivo QOI termina antes de tiempo, tras {count} bytes.</translation>
    </message>
    <message>
        <source>The QOI file is damaged ({error}).</source>
        <translation>El archivo QOI está dañado ({error}).</translation>
    </message>
    <message>
        <source>The QOI file is damaged: it says {width} x {height} pixels of {channels} channels.</source>
        <translation>El archivo QOI está dañado: dice tener {width} x {height} píxeles de {channels} canales.</translation>
    </message>
    <message>
        <source>The WebP file ends early, after {count} bytes.</source>
        <translation>El archivo WebP termina antes de tiempo, tras {count} bytes.</translation>
    </message>
    <message>
        <source>The WebP file ends early: {end} bytes are announced and {count} are there.</source>
        <translation>El archivo WebP termina antes de tiempo: anuncia {end} bytes y hay {count}.</translation>
    </message>
    <message>
        <source>The WebP file is damaged ({error}).</source>
        <translation>El archivo WebP está dañado ({error}).</translation>
    </message>
    <message>
        <source>The WebP file is damaged: it has {count} images where 1 is required.</source>
        <translation>El archivo WebP está dañado: tiene {count} imágenes donde se requiere 1.</translation>
    </message>
    <message>
        <source>The WebP file is damaged: its image ends in its header.</source>
        <translation>El archivo WebP está dañado: su imagen termina en la cabecera.</translation>
    </message>
    <message>
        <source>The block grid starts at {phase}, outside its period of {grid}.</source>
        <translation>La cuadrícula de bloques empieza en {phase}, fuera de su período de {grid}.</translation>
    </message>
    <message>
        <source>The coded data ends too early: {bits:.0f} bits are left and more are needed.</source>
        <translation>Los datos codificados terminan demasiado pronto: quedan {bits:.0f} bits y se necesitan más.</translation>
    </message>
    <message>
        <source>The coded pixels are cut short.</source>
        <translation>Los píxeles codificados están cortados.</translation>
    </message>
    <message>
        <source>The coded pixels are missing.</source>
        <translation>Faltan los píxeles codificados.</translation>
    </message>
    <message>
        <source>The coded pixels do not end where they should.</source>
        <translation>Los píxeles codificados no terminan donde deben.</translation>
    </message>
    <message>
        <source>The coded pixels have colours where the header announces grey.</source>
        <translation>Los píxeles codificados tienen color donde la cabecera anuncia gris.</translation>
    </message>
    <message>
        <source>The decoded file is not the one that was compressed: its size or digest is another.</source>
        <translation>El archivo decodificado no es el que se comprimió: su tamaño o su resumen es otro.</translation>
    </message>
    <message>
        <source>The decoded pixels are not the ones that were compressed: their digest is another.</source>
        <translation>Los píxeles decodificados no son los que se comprimieron: su resumen es otro.</translation>
    </message>
    <message>
        <source>The decoded pixels fit in no file of the kind that the header names ({error}).</source>
        <translation>Los píxeles decodificados no caben en un archivo del tipo que indica la cabecera ({error}).</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>El archivo cambió mientras se leía.</translation>
    </message>
    <message>
        <source>The file ends before its payload.</source>
        <translation>El archivo termina antes de su contenido.</translation>
    </message>
    <message>
        <source>The file ends within its payload.</source>
        <translation>El archivo termina en medio de su contenido.</translation>
    </message>
    <message>
        <source>The file has a section of type {kind}, which this version does not know. A newer version may read it.</source>
        <translation>El archivo tiene una sección de tipo {kind} que esta versión no conoce. Quizá una más nueva pueda leerla.</translation>
    </message>
    <message>
        <source>The file has format version {version}; this program reads version {known}.</source>
        <translation>El archivo tiene la versión de formato {version}; este programa lee la versión {known}.</translation>
    </message>
    <message>
        <source>The file has {count} bytes; at most {limit} are unpacked, eight times --max-pixels.</source>
        <translation>El archivo tiene {count} bytes; se desempaquetan como máximo {limit}, ocho veces --max-pixels.</translation>
    </message>
    <message>
        <source>The file is damaged: the checksum at byte {position} is not that of its data.</source>
        <translation>El archivo está dañado: la suma de comprobación en el byte {position} no es la de sus datos.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file is no image, or damaged ({error}).</source>
        <translation>El archivo no es una imagen o está dañado ({error}).</translation>
    </message>
    <message>
        <source>The file is no image, or of a kind that this version does not know.</source>
        <translation>El archivo no es una imagen o es de un tipo que esta versión no conoce.</translation>
    </message>
    <message>
        <source>The file is to be built as kind {kind}, which this version does not know. A newer one may.</source>
        <translation>El archivo debe construirse como tipo {kind}, que esta versión no conoce. Quizá una más nueva sí.</translation>
    </message>
    <message>
        <source>The file is too large to be worked on in memory.</source>
        <translation>El archivo es demasiado grande para procesarlo en memoria.</translation>
    </message>
    <message>
        <source>The file uses coding {value}, which this version does not know. A newer version may read it.</source>
        <translation>El archivo usa la codificación {value}, que esta versión no conoce. Quizá una más nueva pueda leerlo.</translation>
    </message>
    <message>
        <source>The file&apos;s first section is not its header.</source>
        <translation>La primera sección del archivo no es su cabecera.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read ({why}).</source>
        <translation>No se puede leer la carpeta {path} ({why}).</translation>
    </message>
    <message>
        <source>The header has {length} bytes; {limit} are the limit.</source>
        <translation>La cabecera tiene {length} bytes; el límite es {limit}.</translation>
    </message>
    <message>
        <source>The header is not valid: {error}.</source>
        <translation>La cabecera no es válida: {error}.</translation>
    </message>
    <message>
        <source>The image ends early: it has no room for {width} x {height} pixels.</source>
        <translation>La imagen termina antes de tiempo: no hay sitio para {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>The image has {width} x {height} pixels; at most {limit} are decoded. --max-pixels changes that.</source>
        <translation>La imagen tiene {width} x {height} píxeles; se decodifican como máximo {limit}. --max-pixels lo cambia.</translation>
    </message>
    <message>
        <source>The image says that it has {width} x {height} pixels.</source>
        <translation>La imagen dice tener {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>The image&apos;s header is damaged.</source>
        <translation>La cabecera de la imagen está dañada.</translation>
    </message>
    <message>
        <source>The installation is incomplete: {path} is missing. Reinstalling puts it back.</source>
        <translation>La instalación está incompleta: falta {path}. Reinstalar lo repone.</translation>
    </message>
    <message>
        <source>The message holds another symbol than the one that is to be popped.</source>
        <translation>El mensaje contiene un símbolo distinto del esperado.</translation>
    </message>
    <message>
        <source>The model file lacks {name}.</source>
        <translation>Al archivo del modelo le falta {name}.</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {error}.</source>
        <translation>No se puede leer el archivo del modelo {path}: {error}.</translation>
    </message>
    <message>
        <source>The model file {path} holds model {model}.</source>
        <translation>El archivo del modelo {path} contiene el modelo {model}.</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: its known answers have no names.</source>
        <translation>El archivo del modelo {path} está dañado: sus respuestas conocidas no tienen nombre.</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: {error}.</source>
        <translation>El archivo del modelo {path} está dañado: {error}.</translation>
    </message>
    <message>
        <source>The model file {path} was altered: its contents do not match its id.</source>
        <translation>El archivo del modelo {path} fue alterado: su contenido no coincide con su identificador.</translation>
    </message>
    <message>
        <source>The model lacks the tables {names}.</source>
        <translation>Al modelo le faltan las tablas {names}.</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} is {shape}, not what its config says.</source>
        <translation>La capa {name} del modelo es {shape}, no lo que dice su configuración.</translation>
    </message>
    <message>
        <source>The model&apos;s table cdf must rise from 0 to 2**24.</source>
        <translation>La tabla cdf del modelo debe crecer de 0 a 2**24.</translation>
    </message>
    <message>
        <source>The model&apos;s table exp must lie in 1..2**27 - 1 and never rise.</source>
        <translation>La tabla exp del modelo debe estar en 1..2**27 - 1 y no crecer nunca.</translation>
    </message>
    <message>
        <source>The model&apos;s table inverse_scale must lie in 1..2**40 - 1.</source>
        <translation>La tabla inverse_scale del modelo debe estar en 1..2**40 - 1.</translation>
    </message>
    <message>
        <source>The model&apos;s table {name} is {kind}{shape}, not {wanted}{wanted_shape}.</source>
        <translation>La tabla {name} del modelo es {kind}{shape}, no {wanted}{wanted_shape}.</translation>
    </message>
    <message>
        <source>The model&apos;s top prior is not what its config says.</source>
        <translation>La distribución previa superior del modelo no es la que dice su configuración.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is not what its config says.</source>
        <translation>{name} del modelo no es lo que dice su configuración.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} can ask for scales outside its table of {count}.</source>
        <translation>{name} del modelo puede pedir escalas fuera de su tabla de {count}.</translation>
    </message>
    <message>
        <source>The model&apos;s layer {name} has no room to learn.</source>
        <translation>La capa {name} del modelo no tiene margen para aprender.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is no scale.</source>
        <translation>{name} del modelo no es una escala.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {kind}, not {wanted}.</source>
        <translation>{name} del modelo es {kind}, no {wanted}.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is {shape}, not what its config says.</source>
        <translation>{name} del modelo es {shape}, no lo que dice su configuración.</translation>
    </message>
    <message>
        <source>The model&apos;s {name}.{part} is {kind}{shape}.</source>
        <translation>{name}.{part} del modelo es {kind}{shape}.</translation>
    </message>
    <message>
        <source>The number that ends at byte {position} of {place} is not in its shortest form.</source>
        <translation>El número que termina en el byte {position} de {place} no está en su forma más corta.</translation>
    </message>
    <message>
        <source>The output folder {path} is gone.</source>
        <translation>La carpeta de destino {path} ha desaparecido.</translation>
    </message>
    <message>
        <source>The parts of the model&apos;s layer {name} differ in length.</source>
        <translation>Las partes de la capa {name} del modelo tienen longitudes distintas.</translation>
    </message>
    <message>
        <source>The payload does not give the JPEG file back ({error}).</source>
        <translation>Los datos no devuelven el archivo JPEG ({error}).</translation>
    </message>
    <message>
        <source>The payload ends within a WebP image.</source>
        <translation>Los datos terminan en medio de una imagen WebP.</translation>
    </message>
    <message>
        <source>The payload gives a JPEG file of {count} bytes where {size} are announced.</source>
        <translation>Los datos dan un archivo JPEG de {count} bytes cuando se anuncian {size}.</translation>
    </message>
    <message>
        <source>The payload is a JPEG XL container without an image.</source>
        <translation>Los datos son un contenedor JPEG XL sin imagen.</translation>
    </message>
    <message>
        <source>The payload is no JPEG XL image.</source>
        <translation>Los datos no son una imagen JPEG XL.</translation>
    </message>
    <message>
        <source>The payload is not the JPEG XL image that the header describes ({error}).</source>
        <translation>Los datos no son la imagen JPEG XL que describe la cabecera ({error}).</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes ({error}).</source>
        <translation>Los datos no son la imagen WebP que describe la cabecera ({error}).</translation>
    </message>
    <message>
        <source>The payload is not the WebP image that the header describes: its size is another.</source>
        <translation>Los datos no son la imagen WebP que describe la cabecera: su tamaño es otro.</translation>
    </message>
    <message>
        <source>The permissions could not be kept ({why}).</source>
        <translation>No se pudieron conservar los permisos ({why}).</translation>
    </message>
    <message>
        <source>The picture is too large to be made small here.</source>
        <translation>La imagen es demasiado grande para reducirla aquí.</translation>
    </message>
    <message>
        <source>The result could not be decoded, and was discarded: {error}</source>
        <translation>El resultado no se pudo decodificar y se descartó: {error}</translation>
    </message>
    <message>
        <source>The source could not be removed ({why}).</source>
        <translation>No se pudo quitar el original ({why}).</translation>
    </message>
    <message>
        <source>The source was not removed, because it changed meanwhile.</source>
        <translation>El original no se quitó porque cambió entretanto.</translation>
    </message>
    <message>
        <source>The thumbnail has {count} bytes; {limit} are the limit.</source>
        <translation>La miniatura tiene {count} bytes; el límite es {limit}.</translation>
    </message>
    <message>
        <source>The thumbnail has {width} x {height} pixels; {limit} are the limit.</source>
        <translation>La miniatura tiene {width} x {height} píxeles; el límite es {limit}.</translation>
    </message>
    <message>
        <source>The thumbnail is no WebP picture ({error}).</source>
        <translation>La miniatura no es una imagen WebP ({error}).</translation>
    </message>
    <message>
        <source>The time of the last change could not be kept ({why}).</source>
        <translation>No se pudo conservar la hora del último cambio ({why}).</translation>
    </message>
    <message>
        <source>The {name} file is damaged ({error}).</source>
        <translation>El archivo {name} está dañado ({error}).</translation>
    </message>
    <message>
        <source>There is no effort {model!r}; there are {names}.</source>
        <translation>No existe el esfuerzo {model!r}; existen {names}.</translation>
    </message>
    <message>
        <source>There is no file to work on in {names}.</source>
        <translation>No hay ningún archivo que procesar en {names}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>There is no picture to show ({error}).</source>
        <translation>No hay ninguna imagen que mostrar ({error}).</translation>
    </message>
    <message>
        <source>There is no {requested} device here; found {names}.</source>
        <translation>Aquí no hay ningún dispositivo {requested}; se encontró {names}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this file.</source>
        <translation>No hay memoria suficiente para este archivo.</translation>
    </message>
    <message>
        <source>This file needs the model {name}, which this version does not have; a newer version may.</source>
        <translation>Este archivo necesita el modelo {name}, que esta versión no tiene; quizá una más nueva sí.</translation>
    </message>
    <message>
        <source>This is not a Bit-Swap file.</source>
        <translation>Esto no es un archivo de Bit-Swap.</translation>
    </message>
    <message>
        <source>You may not read {path}.</source>
        <translation>No tiene permiso para leer {path}.</translation>
    </message>
    <message>
        <source>a PNG</source>
        <translation>un PNG</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>una parte de su ruta no es una carpeta</translation>
    </message>
    <message>
        <source>it would be larger than a file may be there</source>
        <translation>sería mayor de lo que puede ser un archivo ahí</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>su carpeta ha desaparecido</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>su nombre es demasiado largo</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>ahí no se puede escribir nada</translation>
    </message>
    <message>
        <source>the fastest device that passed the self test</source>
        <translation>el dispositivo más rápido que superó la autocomprobación</translation>
    </message>
    <message>
        <source>there is no space left</source>
        <translation>no queda espacio</translation>
    </message>
    <message>
        <source>there is no space left for you</source>
        <translation>no le queda espacio</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>usted lo eligió</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <translation>no tiene permiso para escribir ahí</translation>
    </message>
    <message>
        <source>{count} bytes should follow at byte {position} of {place}; {left} do.</source>
        <translation>Deberían seguir {count} bytes en el byte {position} de {place}; hay {left}.</translation>
    </message>
    <message>
        <source>{device} cannot run the model exactly ({faults}); its files would not open elsewhere.</source>
        <translation>{device} no puede ejecutar el modelo con exactitud ({faults}); sus archivos no se abrirían en otros equipos.</translation>
    </message>
    <message>
        <source>{device} failed the self test, so its files would not open elsewhere: {note}</source>
        <translation>{device} no superó la autocomprobación, así que sus archivos no se abrirían en otros equipos: {note}</translation>
    </message>
    <message>
        <source>{kind} cannot hold these pixels ({error}).</source>
        <translation>{kind} no puede contener estos píxeles ({error}).</translation>
    </message>
    <message>
        <source>{left} bytes follow the end of {place}.</source>
        <translation>Después del final de {place} hay {left} bytes.</translation>
    </message>
    <message>
        <source>{name} files are compressed already.</source>
        <translation>Los archivos {name} ya están comprimidos.</translation>
    </message>
    <message>
        <source>{name} files are kept as they are.</source>
        <translation>Los archivos {name} se guardan tal cual.</translation>
    </message>
    <message>
        <source>{name} is there already and up to date.</source>
        <translation>{name} ya existe y está al día.</translation>
    </message>
    <message>
        <source>{note} {other}</source>
        <translation>{note} {other}</translation>
    </message>
    <message>
        <source>{path!r} cannot be the name of a file.</source>
        <translation>{path!r} no puede ser el nombre de un archivo.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <translation>No se puede leer {path} ({why}).</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>No se puede escribir {path}: {why}.</translation>
    </message>
    <message>
        <source>{path} changed while it was read.</source>
        <translation>{path} cambió mientras se leía.</translation>
    </message>
    <message>
        <source>{path} could not be read back, so the source stays ({why}).</source>
        <translation>{path} no se pudo releer, así que el original se queda ({why}).</translation>
    </message>
    <message>
        <source>{path} exists already, and so do {count} others with a number.</source>
        <translation>{path} ya existe, y también otros {count} con un número.</translation>
    </message>
    <message>
        <source>{path} exists already. --overwrite replaces it, --existing says what else can be done.</source>
        <translation>{path} ya existe. --overwrite lo reemplaza; --existing dice qué más se puede hacer.</translation>
    </message>
    <message>
        <source>{path} has {count} bytes; files of up to {limit} bytes can be taken.</source>
        <translation>{path} tiene {count} bytes; se admiten archivos de hasta {limit} bytes.</translation>
    </message>
    <message>
        <source>{path} is a folder where a file is needed.</source>
        <translation>{path} es una carpeta donde se necesita un archivo.</translation>
    </message>
    <message>
        <source>{path} is a folder, so no file of that name can be written.</source>
        <translation>{path} es una carpeta, así que no se puede escribir un archivo con ese nombre.</translation>
    </message>
    <message>
        <source>{path} is no file but a device, a pipe or the like.</source>
        <translation>{path} no es un archivo, sino un dispositivo, una tubería o algo similar.</translation>
    </message>
    <message>
        <source>{path} is not a Bit-Swap model of version {version}.</source>
        <translation>{path} no es un modelo de Bit-Swap de la versión {version}.</translation>
    </message>
    <message>
        <source>{path} is the source itself; choose another folder with -o.</source>
        <translation>{path} es el propio original; elija otra carpeta con -o.</translation>
    </message>
    <message>
        <source>{path} was read back and is not what was written, so the source stays.</source>
        <translation>{path} se releyó y no es lo que se escribió, así que el original se queda.</translation>
    </message>
    <message>
        <source>{reason} The JPEG file itself is kept.</source>
        <translation>{reason} Se guarda el propio archivo JPEG.</translation>
    </message>
    <message>
        <source>{reason}; {names} failed the self test</source>
        <translation>{reason}; {names} no superó la autocomprobación</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Comprimido</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Ahorro</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
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
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurado</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation>Comprimiendo</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Decodificando</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Bit-Swap model</source>
        <translation>Modelo Bit-Swap</translation>
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
        <translation>JPEG, reempaquetado</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tal cual</translation>
    </message>
    <message>
        <source>“{option}”</source>
        <translation>«{option}»</translation>
    </message>
    <message>
        <source>This is not a picture that can be compressed</source>
        <translation>No es una imagen que se pueda comprimir</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>No se puede leer el archivo</translation>
    </message>
    <message>
        <source>The result cannot be written</source>
        <translation>No se puede escribir el resultado</translation>
    </message>
    <message>
        <source>A newer version of Bit-Swap is needed</source>
        <translation>Se necesita una versión más reciente de Bit-Swap</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>El archivo está dañado</translation>
    </message>
    <message>
        <source>This is not a .bsw file</source>
        <translation>No es un archivo .bsw</translation>
    </message>
    <message>
        <source>The model is missing</source>
        <translation>Falta el modelo</translation>
    </message>
    <message>
        <source>The device cannot be used</source>
        <translation>No se puede usar el dispositivo</translation>
    </message>
    <message>
        <source>The result was not the same, and was discarded</source>
        <translation>El resultado no era idéntico y se descartó</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>No ha funcionado</translation>
    </message>
</context>
</TS>
