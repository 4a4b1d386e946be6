@echo off
rem Runs schemactl on the Java of JAVA_HOME, or else on the one of PATH.
rem SCHEMACTL_JAVA_OPTS holds more options for Java.
setlocal
set "schemactl_java=java.exe"
if defined JAVA_HOME set "schemactl_java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%schemactl_java%" (
  echo error[settings]: JAVA_HOME is %JAVA_HOME%, and there is no Java in it 1>&2
  echo   fix: let JAVA_HOME name a Java 17 or newer, or unset it 1>&2
  exit /b 2
)
if not defined JAVA_HOME (
  where /q java.exe
  if errorlevel 1 (
    echo error[settings]: no Java found: JAVA_HOME is not set and there is no java on the PATH 1>&2
    echo   fix: install Java 17 or newer, or let JAVA_HOME name one 1>&2
    exit /b 2
  )
)
"%schemactl_java%" -XX:+IgnoreUnrecognizedVMOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData ^
  -Xlog:disable -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  %SCHEMACTL_JAVA_OPTS% -cp "%~dp0..\lib\schemactl.jar" io.schemactl.Main %*
exit /b %ERRORLEVEL%
