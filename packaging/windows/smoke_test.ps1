# Installs dist\bitswap-*.exe for this user, uses it, and removes it. Any difference from what is expected ends with 1.
$ErrorActionPreference = "Stop"
$installer = (Get-ChildItem dist\bitswap-*-windows-x64.exe)[0].FullName
$folder = Join-Path $env:TEMP "bitswap-installed"
$work = New-Item -ItemType Directory -Force (Join-Path $env:TEMP "bitswap-smoke")

function Expect($condition, $what) { if (-not $condition) { Write-Error "FAILED: $what" } else { Write-Output "ok: $what" } }

Start-Process $installer -Wait -ArgumentList "/VERYSILENT", "/CURRENTUSER", "/SUPPRESSMSGBOXES", "/DIR=$folder"
$program = Join-Path $folder "bitswap.exe"
Expect (Test-Path $program) "installed"
Expect ((& $program --version) -match "^bitswap ") "says its version"
Expect ((Get-ItemProperty "HKCU:\Software\Classes\.bsw")."(default)" -eq "BitSwap.bsw") "knows its files"
Expect (Test-Path "HKCU:\Software\Classes\SystemFileAssociations\image\shell\BitSwap.Compress\command") "is in the menu"

Copy-Item resources\samples\mountain-lake.png $work
$begun = Get-Date
& $program compress "$work\mountain-lake.png"
Expect ($LASTEXITCODE -eq 0) "compresses, in $([int]((Get-Date) - $begun).TotalMilliseconds) ms"
& $program verify "$work\mountain-lake.png.bsw"
Expect ($LASTEXITCODE -eq 0) "verifies"
& $program decompress "$work\mountain-lake.png.bsw" -o "$work\back"
Expect ($LASTEXITCODE -eq 0) "decompresses"
& $program devices --check
Expect ($LASTEXITCODE -eq 0) "gives the known answers"

$env:QT_QPA_PLATFORM = "offscreen"
$window = Start-Process (Join-Path $folder "bitswap-gui.exe") -PassThru
Start-Sleep 8
Expect (-not $window.HasExited) "the window stays open"
Stop-Process $window

Start-Process (Join-Path $folder "unins000.exe") -Wait -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES"
Start-Sleep 3
Expect (-not (Test-Path $folder)) "leaves no file"
Expect (-not (Test-Path "HKCU:\Software\Classes\BitSwap.bsw")) "leaves no file type"
