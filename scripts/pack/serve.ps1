# Serves the game beside it to this computer alone, and opens it in the browser. Needs Windows, nothing else.
param([int] $Port = 8321, [switch] $Quiet)
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
Add-Type -Language CSharp -TypeDefinition (Get-Content -Raw -Encoding UTF8 (Join-Path $here 'serve.cs'))
exit [BatsignServer]::Run($here, $Port, [bool] $Quiet)
