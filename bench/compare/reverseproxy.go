// Go's own reverse proxy over three origins, each in turn. Usage: reverseproxy LISTEN ORIGIN...
package main

import (
	"net/http"
	"net/http/httputil"
	"os"
	"sync/atomic"
)

func main() {
	origins := os.Args[2:]
	var turn atomic.Uint64
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 1024
	transport.MaxIdleConns = 4096
	proxy := &httputil.ReverseProxy{
		Transport: transport,
		Director: func(request *http.Request) {
			request.URL.Scheme = "http"
			request.URL.Host = origins[turn.Add(1)%uint64(len(origins))]
		},
	}
	if err := http.ListenAndServe(os.Args[1], proxy); err != nil {
		panic(err)
	}
}
