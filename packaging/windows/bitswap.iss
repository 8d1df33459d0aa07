; Inno Setup 6: the Windows installer. packaging/build.py gives Version and Frozen (the folder that PyInstaller made).
; For one user without rights, or for all with them: the person is asked, and /ALLUSERS or /CURRENTUSER decide in silence.

#ifndef Version
  #error Version is not defined: run packaging\build.py
#endif
#ifndef Frozen
  #error Frozen is not defined: run packaging\build.py
#endif
#define ProgId "BitSwap.bsw"
#ifdef Sign
  #define SignOnce "signonce"
#else
  #define SignOnce ""
#endif

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
; build.py gives Sign, and the tool "sign", where BITSWAP_SIGN_COMMAND names the command that signs.
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
Source: "{#Frozen}\*.exe"; DestDir: "{app}"; Flags: ignoreversion {#SignOnce}
Source: "{#Frozen}\_internal\*"; DestDir: "{app}\_internal"; Flags: ignoreversion recursesubdirs createallsubdirs

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
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: UserLacksPath
Root: HKLM; Subkey: "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: MachineLacksPath

[Run]
Filename: "{app}\bitswap-gui.exe"; Description: "{cm:LaunchProgram,Bit-Swap}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; Kernels that this user's program compiled; settings stay.
Type: filesandordirs; Name: "{localappdata}\Bit-Swap\Cache"
Type: dirifempty; Name: "{localappdata}\Bit-Swap"

[Code]
const
  UserKey = 'Environment';
  MachineKey = 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment';

{ Where this program's folder begins in a Path; 0 if it is not there. }
function PlaceInPath(Path: string): Integer;
begin
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';');
end;

function LacksPath(Root: Integer; Key: string): Boolean;
var
  Path: string;
begin
  Result := not RegQueryStringValue(Root, Key, 'Path', Path) or (PlaceInPath(Path) = 0);
end;

{ A Check's parameters can only be literals, so each has a function. }
function UserLacksPath: Boolean;
begin
  Result := not IsAdminInstallMode and LacksPath(HKEY_CURRENT_USER, UserKey);
end;

function MachineLacksPath: Boolean;
begin
  Result := IsAdminInstallMode and LacksPath(HKEY_LOCAL_MACHINE, MachineKey);
end;

procedure TakeFromPath(Root: Integer; Key: string);
var
  Path: string;
  Place: Integer;
begin
  if RegQueryStringValue(Root, Key, 'Path', Path) then
  begin
    Place := PlaceInPath(Path);
    if Place > 0 then
    begin
      { With the semicolon before it or, where it comes first, the one after it. }
      if Place > 1 then
        Place := Place - 1;
      Delete(Path, Place, Length(ExpandConstant('{app}')) + 1);
      RegWriteExpandStringValue(Root, Key, 'Path', Path);
    end;
  end;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usPostUninstall then
  begin
    if IsAdminInstallMode then
      TakeFromPath(HKEY_LOCAL_MACHINE, MachineKey)
    else
      TakeFromPath(HKEY_CURRENT_USER, UserKey);
  end;
end;
