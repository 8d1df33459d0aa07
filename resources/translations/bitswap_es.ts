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
        <source>The fastest device that passed the self test.</source>
        <translation>El dispositivo más rápido que superó la autocomprobación.</translation>
    </message>
    <message>
        <source>You chose it.</source>
        <translation>Elegido por usted.</translation>
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
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
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
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n fila copiada.</numerusform>
            <numerusform>%n filas copiadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>El idioma cambiará al reiniciar el programa.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
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
        <translation>&amp;Comprobar</translation>
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
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
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
        <source>everything, or for example *.png; summer/*</source>
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
