// What serve.ps1 runs. C# 5, which every Windows compiles without anything installed.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Text;
using System.Threading;

public static class BatsignServer
{
    private static string root;
    private static readonly List<KeyValuePair<string, string>> headers = new List<KeyValuePair<string, string>>();
    private static readonly Dictionary<string, string> types = new Dictionary<string, string>();

    /// <summary>Serves until the window is closed; gives the exit code.</summary>
    public static int Run(string here, int port, bool isQuiet)
    {
        root = Path.GetFullPath(Path.Combine(here, "game"));
        foreach (string line in File.ReadAllLines(Path.Combine(here, "headers.txt"), Encoding.UTF8)) Split(line, ": ", (name, value) => headers.Add(new KeyValuePair<string, string>(name, value)));
        foreach (string line in File.ReadAllLines(Path.Combine(here, "types.txt"), Encoding.UTF8)) Split(line, " ", (name, value) => types[name] = value);
        // What a learner did is kept under the address, so it is always the same.
        string address = "http://localhost:" + port + "/";
        HttpListener listener = new HttpListener();
        listener.Prefixes.Add(address);
        try
        {
            listener.Start();
        }
        catch (Exception)
        {
            if (!IsBatsign(address))
            {
                Console.WriteLine("Another program uses port " + port + " of this computer. Close it, then start Batsign again.");
                return 1;
            }
            Console.WriteLine("Batsign runs already at " + address);
            if (!isQuiet) Process.Start(address);
            return 0;
        }
        Console.WriteLine("Batsign runs at " + address + Environment.NewLine + "Close this window to end it.");
        if (!isQuiet) Process.Start(address);
        while (true)
        {
            HttpListenerContext context = listener.GetContext();
            ThreadPool.QueueUserWorkItem(delegate { Answer(context); });
        }
    }

    private static void Answer(HttpListenerContext context)
    {
        HttpListenerResponse response = context.Response;
        try
        {
            foreach (KeyValuePair<string, string> header in headers) response.AddHeader(header.Key, header.Value);
            string method = context.Request.HttpMethod;
            string file = Find(context.Request.Url.AbsolutePath);
            if (method != "GET" && method != "HEAD") response.StatusCode = 405;
            else if (file == null) response.StatusCode = 404;
            else
            {
                string type;
                byte[] bytes = File.ReadAllBytes(file);
                response.ContentType = types.TryGetValue(Path.GetExtension(file).ToLowerInvariant(), out type) ? type : "application/octet-stream";
                response.ContentLength64 = bytes.Length;
                if (method == "GET") response.OutputStream.Write(bytes, 0, bytes.Length);
            }
        }
        catch (Exception)
        {
            // The browser went away while it was answered.
        }
        finally
        {
            try { response.Close(); } catch (Exception) { }
        }
    }

    /// <summary>The file of a path, or null where there is none inside of the folder.</summary>
    private static string Find(string path)
    {
        string name = Uri.UnescapeDataString(path).TrimStart('/');
        if (name == "" || name.EndsWith("/")) name += "index.html";
        if (name.IndexOfAny(Path.GetInvalidPathChars()) >= 0 || name.IndexOf(':') >= 0) return null;
        string file = Path.GetFullPath(Path.Combine(root, name.Replace('/', Path.DirectorySeparatorChar)));
        return file.StartsWith(root + Path.DirectorySeparatorChar) && File.Exists(file) ? file : null;
    }

    private static bool IsBatsign(string address)
    {
        try
        {
            using (WebClient client = new WebClient()) return client.DownloadString(address).Contains("<title>Batsign");
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static void Split(string line, string by, Action<string, string> then)
    {
        int at = line.IndexOf(by, StringComparison.Ordinal);
        if (at > 0) then(line.Substring(0, at), line.Substring(at + by.Length));
    }
}
