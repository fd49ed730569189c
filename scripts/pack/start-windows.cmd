@echo off
rem Starts Batsign on this computer, without a network and without installing anything.
title Batsign
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0serve.ps1"
if errorlevel 1 pause
