; Inno Setup 6: the Windows installer. packaging/build.py gives Version and Frozen (the folder that PyInstaller made).
; For one user without rights, or for all with them: the person is asked, and /ALLUSERS or /CURRENTUSER decide in silence.

#ifndef Version
  #error Version is not defined: run packaging\build.py
#endif
#ifndef Frozen
  #error Frozen is not defined: run packaging\build.py
#endif
#define ProgId "BitSwap.bsw"

[Setup]
AppId={{8D0C0E0E-5B1B-4C53-9A53-B57B5357B5B5}
AppName=Bit-Swap
AppVersion={#Version}
AppVerName=Bit-Swap {#Version}
AppPublisher=Bit-Swap
DefaultDirName={autopf}\Bit-Swap
DefaultGroupName=Bit-Swap
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=bitswap-{#Version}-windows-x64
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
UninstallDisplayIcon={app}\bitswap-gui.exe
UninstallDisplayName=Bit-Swap
WizardStyle=modern
; Signing: iscc /Ssign="signtool sign /fd sha256 /tr ... $f" and /DSign=1
#ifdef Sign
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[CustomMessages]
en.Compress=Compress with Bit-Swap
de.Compress=Mit Bit-Swap verkleinern
es.Compress=Comprimir con Bit-Swap
fr.Compress=Compresser avec Bit-Swap
ja.Compress=Bit-Swap で圧縮
en.FileType=Bit-Swap compressed file
de.FileType=Mit Bit-Swap verkleinerte Datei
es.FileType=Archivo comprimido con Bit-Swap
fr.FileType=Fichier compressé par Bit-Swap
ja.FileType=Bit-Swap 圧縮ファイル
en.Menu=Add "Compress with Bit-Swap" to the menus of pictures and folders
de.Menu=„Mit Bit-Swap verkleinern“ in die Menüs von Bildern und Ordnern aufnehmen
es.Menu=Añadir «Comprimir con Bit-Swap» a los menús de imágenes y carpetas
fr.Menu=Ajouter « Compresser avec Bit-Swap » aux menus des images et des dossiers
ja.Menu=画像とフォルダーのメニューに「Bit-Swap で圧縮」を追加する
en.Path=Make the command bitswap available in terminals
de.Path=Den Befehl bitswap in Terminals verfügbar machen
es.Path=Hacer disponible la orden bitswap en los terminales
fr.Path=Rendre la commande bitswap disponible dans les terminaux
ja.Path=ターミナルで bitswap コマンドを使えるようにする

[Tasks]
Name: "menu"; Description: "{cm:Menu}"
Name: "path"; Description: "{cm:Path}"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; Files of an older version that this one no longer has.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Bit-Swap"; Filename: "{app}\bitswap-gui.exe"
Name: "{autodesktop}\Bit-Swap"; Filename: "{app}\bitswap-gui.exe"; Tasks: desktopicon

[Registry]
; HKA is the user's part of the registry or the machine's, as the installation is.
Root: HKA; Subkey: "Software\Classes\.bsw"; ValueType: string; ValueName: ""; ValueData: "{#ProgId}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.bsw"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-bitswap"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.bsw\OpenWithProgids"; ValueType: string; ValueName: "{#ProgId}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#ProgId}"; ValueType: string; ValueName: ""; ValueData: "{cm:FileType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#ProgId}\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\bitswap-gui.exe,0"
Root: HKA; Subkey: "Software\Classes\{#ProgId}\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\bitswap-gui.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\BitSwap.Compress"; ValueType: string; ValueName: ""; ValueData: "{cm:Compress}"; Flags: uninsdeletekey; Tasks: menu
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\BitSwap.Compress"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\bitswap-gui.exe"; Tasks: menu
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\BitSwap.Compress\command"; ValueType: string; ValueName: ""; ValueData: """{app}\bitswap-gui.exe"" ""%1"""; Tasks: menu
Root: HKA; Subkey: "Software\Classes\Directory\shell\BitSwap.Compress"; ValueType: string; ValueName: ""; ValueData: "{cm:Compress}"; Flags: uninsdeletekey; Tasks: menu
Root: HKA; Subkey: "Software\Classes\Directory\shell\BitSwap.Compress"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\bitswap-gui.exe"; Tasks: menu
Root: HKA; Subkey: "Software\Classes\Directory\shell\BitSwap.Compress\command"; ValueType: string; ValueName: ""; ValueData: """{app}\bitswap-gui.exe"" ""%1"""; Tasks: menu
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\bitswap-gui.exe"; ValueType: string; ValueName: ""; ValueData: "{app}\bitswap-gui.exe"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: not IsAdminInstallMode and NeedsPath(HKEY_CURRENT_USER, 'Environment')
Root: HKLM; Subkey: "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsAdminInstallMode and NeedsPath(HKEY_LOCAL_MACHINE, 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment')

[Run]
Filename: "{app}\bitswap-gui.exe"; Description: "{cm:LaunchProgram,Bit-Swap}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; Kernels that this user's program compiled; settings stay.
Type: filesandordirs; Name: "{localappdata}\Bit-Swap\Cache"

[Code]
function NeedsPath(Root: Integer; Key: string): Boolean;
var
  Old: string;
begin
  Result := True;
  if RegQueryStringValue(Root, Key, 'Path', Old) then
    Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Old) + ';') = 0;
end;

procedure TakeFromPath(Root: Integer; Key: string);
var
  Old: string;
  Place: Integer;
begin
  if RegQueryStringValue(Root, Key, 'Path', Old) then
  begin
    Place := Pos(';' + Uppercase(ExpandConstant('{app}')), Uppercase(Old));
    if Place > 0 then
    begin
      Delete(Old, Place, Length(ExpandConstant('{app}')) + 1);
      RegWriteExpandStringValue(Root, Key, 'Path', Old);
    end;
  end;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step = usPostUninstall then
  begin
    if IsAdminInstallMode then
      TakeFromPath(HKEY_LOCAL_MACHINE, 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment')
    else
      TakeFromPath(HKEY_CURRENT_USER, 'Environment');
  end;
end;
